import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditWindow } from "../../components/edit-window"

const EditWindowPage = () => (
  <RouteDrawer>
    <EditWindow />
  </RouteDrawer>
)

export default EditWindowPage
