import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { TruckFast } from "@medusajs/icons"

import { Breadcrumb } from "../../components/breadcrumb"
import { DeliveriesTable } from "./components/deliveries-table"

const DeliveriesPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_delivery.list"
    preferredLayoutId="core:single-column"
    hasOutlet={false}
    sections={{
      main: (
        <LayoutComposer.Entry id="CornerstoreDeliveriesTable">
          <DeliveriesTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.deliveries",
  translationNs: "cornerstore",
  icon: TruckFast,
  rank: 2,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.deliveries" />,
}

export default DeliveriesPage
