import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { DriversTable } from "./components/drivers-table"

const DriversPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_driver.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="CornerstoreDriversTable">
          <DriversTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.drivers",
  translationNs: "cornerstore",
  rank: 2,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.drivers" />,
}

export default DriversPage
