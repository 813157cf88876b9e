import { RouteDrawer } from "@medusajs/dashboard/components"

import { ImportDistricts } from "../components/import-districts"

const ImportDistrictsPage = () => (
  <RouteDrawer>
    <ImportDistricts />
  </RouteDrawer>
)

export default ImportDistrictsPage
