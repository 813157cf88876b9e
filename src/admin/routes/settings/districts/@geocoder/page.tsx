import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditGeocoder } from "../components/edit-geocoder"

const EditGeocoderPage = () => (
  <RouteDrawer>
    <EditGeocoder />
  </RouteDrawer>
)

export default EditGeocoderPage
