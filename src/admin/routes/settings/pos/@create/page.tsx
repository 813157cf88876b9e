import { RouteDrawer } from "@medusajs/dashboard/components"

import { CreateConnection } from "../components/create-connection"

const CreatePosConnectionPage = () => (
  <RouteDrawer>
    <CreateConnection />
  </RouteDrawer>
)

export default CreatePosConnectionPage
