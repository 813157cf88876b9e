import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { ProposalsSection } from "./components/proposals-section"
import { WeekSection } from "./components/week-section"

const GroupingPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_grouping.list"
    preferredLayoutId="core:single-column"
    hasOutlet={false}
    sections={{
      main: (
        <>
          <LayoutComposer.Entry id="CornerstoreGroupingWeek">
            <WeekSection />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="CornerstoreGroupingProposals">
            <ProposalsSection />
          </LayoutComposer.Entry>
        </>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.grouping",
  translationNs: "cornerstore",
  rank: 3,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.grouping" />,
}

export default GroupingPage
