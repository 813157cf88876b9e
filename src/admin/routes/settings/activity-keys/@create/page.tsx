import { RouteDrawer } from "@medusajs/dashboard/components"

import { CreateKey } from "../components/create-key"

const CreateActivityKeyPage = () => (
  <RouteDrawer>
    <CreateKey />
  </RouteDrawer>
)

export default CreateActivityKeyPage
