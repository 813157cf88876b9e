import { RouteDrawer } from "@medusajs/dashboard/components"

import { PlanRoute } from "../components/plan-route"

const PlanRoutePage = () => (
  <RouteDrawer>
    <PlanRoute />
  </RouteDrawer>
)

export default PlanRoutePage
