import { RouteDrawer } from "@medusajs/dashboard/components"

import { CreateDistrict } from "../components/create-district"

const CreateDistrictPage = () => (
  <RouteDrawer>
    <CreateDistrict />
  </RouteDrawer>
)

export default CreateDistrictPage
