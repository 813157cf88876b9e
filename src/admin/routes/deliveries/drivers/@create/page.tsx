import { RouteDrawer } from "@medusajs/dashboard/components"

import { CreateDriver } from "../components/create-driver"

const CreateDriverPage = () => (
  <RouteDrawer>
    <CreateDriver />
  </RouteDrawer>
)

export default CreateDriverPage
