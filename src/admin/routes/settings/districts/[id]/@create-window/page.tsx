import { RouteDrawer } from "@medusajs/dashboard/components"

import { CreateWindow } from "../components/create-window"

const CreateWindowPage = () => (
  <RouteDrawer>
    <CreateWindow />
  </RouteDrawer>
)

export default CreateWindowPage
