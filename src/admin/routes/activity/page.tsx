import { defineRouteConfig } from "@medusajs/admin-sdk"

import { Breadcrumb } from "../../components/breadcrumb"
import { ActivityOverviewPage } from "./components/activity-overview-page"

const ActivityPage = () => <ActivityOverviewPage />

export const config = defineRouteConfig({
  label: "menu.activity",
  translationNs: "cornerstore",
  nested: "/customers",
  rank: 1,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.activity" />,
}

export default ActivityPage
