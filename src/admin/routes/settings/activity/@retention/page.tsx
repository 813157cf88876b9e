import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditRetention } from "../components/edit-retention"

const EditRetentionPage = () => (
  <RouteDrawer>
    <EditRetention />
  </RouteDrawer>
)

export default EditRetentionPage
