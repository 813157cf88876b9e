import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { ConnectionsTable } from "./components/connections-table"

const PosConnectionsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_pos_connection.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="CornerstorePosConnections">
          <ConnectionsTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.pos",
  translationNs: "cornerstore",
  rank: 11,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.pos" />,
}

export default PosConnectionsPage
