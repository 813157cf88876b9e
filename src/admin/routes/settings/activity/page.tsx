import { defineRouteConfig } from "@medusajs/admin-sdk"

import { Breadcrumb } from "../../../components/breadcrumb"
import { SettingsDetail } from "./components/settings-detail"

const ActivitySettingsPage = () => <SettingsDetail />

export const config = defineRouteConfig({
  label: "menu.activitySettings",
  translationNs: "cornerstore",
  rank: 13,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.activitySettings" />,
}

export default ActivitySettingsPage
