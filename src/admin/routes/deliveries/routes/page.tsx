import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { RoutesTable } from "./components/routes-table"

const RoutesPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_route.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="CornerstoreRoutesTable">
          <RoutesTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.routes",
  translationNs: "cornerstore",
  rank: 1,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.routes" />,
}

export default RoutesPage
