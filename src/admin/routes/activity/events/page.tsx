import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { EventsList } from "./components/events-list"

const ActivityEventsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_activity_event.list"
    preferredLayoutId="core:single-column"
    hasOutlet={false}
    sections={{
      main: (
        <LayoutComposer.Entry id="CornerstoreActivityEvents">
          <EventsList />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.activityEvents",
  translationNs: "cornerstore",
  rank: 1,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.activityEvents" />,
}

export default ActivityEventsPage
