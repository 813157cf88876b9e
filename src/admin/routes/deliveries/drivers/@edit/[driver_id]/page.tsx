import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditDriver } from "../../components/edit-driver"

const EditDriverPage = () => (
  <RouteDrawer>
    <EditDriver />
  </RouteDrawer>
)

export default EditDriverPage
