import { RouteDrawer } from "@medusajs/dashboard/components"

import { SubscribeDrawer } from "../components/subscribe/subscribe-drawer"

const SubscribePage = () => (
  <RouteDrawer>
    <SubscribeDrawer />
  </RouteDrawer>
)

export default SubscribePage
