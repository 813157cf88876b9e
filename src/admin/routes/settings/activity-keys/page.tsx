import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { KeysTable } from "./components/keys-table"
import { ReadingGuide } from "./components/reading-guide"

const ActivityKeysPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_activity_key.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <>
          <LayoutComposer.Entry id="CornerstoreActivityKeys">
            <KeysTable />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="CornerstoreActivityReadingGuide">
            <ReadingGuide />
          </LayoutComposer.Entry>
        </>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.activityKeys",
  translationNs: "cornerstore",
  rank: 14,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.activityKeys" />,
}

export default ActivityKeysPage
