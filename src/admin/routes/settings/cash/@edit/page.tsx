import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditCash } from "../components/edit-cash"

const EditCashPage = () => (
  <RouteDrawer>
    <EditCash />
  </RouteDrawer>
)

export default EditCashPage
