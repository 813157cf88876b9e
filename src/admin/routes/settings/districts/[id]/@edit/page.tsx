import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditDistrict } from "../components/edit-district"

const EditDistrictPage = () => (
  <RouteDrawer>
    <EditDistrict />
  </RouteDrawer>
)

export default EditDistrictPage
