import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { AuditTable } from "./components/audit-table"

const AuditPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_audit.list"
    preferredLayoutId="core:single-column"
    hasOutlet={false}
    sections={{
      main: (
        <LayoutComposer.Entry id="CornerstoreAuditTable">
          <AuditTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.audit",
  translationNs: "cornerstore",
  rank: 12,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.audit" />,
}

export default AuditPage
