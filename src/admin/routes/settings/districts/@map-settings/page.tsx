import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditMapSettings } from "../components/edit-map-settings"

const EditMapSettingsPage = () => (
  <RouteDrawer>
    <EditMapSettings />
  </RouteDrawer>
)

export default EditMapSettingsPage
