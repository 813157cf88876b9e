import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { CalendarSection } from "./components/calendar-section"

const CalendarPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_delivery.calendar"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="CornerstoreDeliveryCalendar">
          <CalendarSection />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.calendar",
  translationNs: "cornerstore",
  rank: 0,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.calendar" />,
}

export default CalendarPage
