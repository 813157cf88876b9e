import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditRates } from "../components/edit-rates"

const EditRatesPage = () => (
  <RouteDrawer>
    <EditRates />
  </RouteDrawer>
)

export default EditRatesPage
