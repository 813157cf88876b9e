import { RouteDrawer } from "@medusajs/dashboard/components"

import { CreateException } from "../components/create-exception"

const CreateExceptionPage = () => (
  <RouteDrawer>
    <CreateException />
  </RouteDrawer>
)

export default CreateExceptionPage
