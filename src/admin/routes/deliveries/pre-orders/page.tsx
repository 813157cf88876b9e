import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { PreOrders } from "./components/pre-orders"

const PreOrdersPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_pre_order.list"
    preferredLayoutId="core:single-column"
    hasOutlet={false}
    sections={{
      main: (
        <LayoutComposer.Entry id="CornerstorePreOrders">
          <PreOrders />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.preOrders",
  translationNs: "cornerstore",
  rank: 4,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.preOrders" />,
}

export default PreOrdersPage
