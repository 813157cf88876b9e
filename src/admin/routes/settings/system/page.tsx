import { defineRouteConfig } from "@medusajs/admin-sdk"

import { Breadcrumb } from "../../../components/breadcrumb"
import { SystemOverview } from "./components/system-overview"

const SystemPage = () => <SystemOverview />

export const config = defineRouteConfig({
  label: "menu.system",
  translationNs: "cornerstore",
  rank: 13,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.system" />,
}

export default SystemPage
