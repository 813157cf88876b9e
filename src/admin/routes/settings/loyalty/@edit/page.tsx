import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditProgram } from "../components/edit-program"

const EditProgramPage = () => (
  <RouteDrawer>
    <EditProgram />
  </RouteDrawer>
)

export default EditProgramPage
