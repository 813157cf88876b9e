import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditConnection } from "../components/edit-connection"

const EditPosConnectionPage = () => (
  <RouteDrawer>
    <EditConnection />
  </RouteDrawer>
)

export default EditPosConnectionPage
