import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { ExceptionsTable } from "./components/exceptions-table"

const DeliveryDaysPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_delivery_exception.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="CornerstoreDeliveryDays">
          <ExceptionsTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.deliveryDays",
  translationNs: "cornerstore",
  rank: 11,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.deliveryDays" />,
}

export default DeliveryDaysPage
