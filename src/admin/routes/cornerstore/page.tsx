import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"

import { Breadcrumb } from "../../components/breadcrumb"
import { Home } from "./components/home"

const CornerstorePage = () => <Home />

export const config = defineRouteConfig({
  label: "menu.home",
  translationNs: "cornerstore",
  icon: BuildingStorefront,
  rank: 1,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.home" />,
}

export default CornerstorePage
