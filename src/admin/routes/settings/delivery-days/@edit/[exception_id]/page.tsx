import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditException } from "../../components/edit-exception"

const EditExceptionPage = () => (
  <RouteDrawer>
    <EditException />
  </RouteDrawer>
)

export default EditExceptionPage
