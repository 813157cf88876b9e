import { RouteDrawer } from "@medusajs/dashboard/components"

import { EditConsent } from "../components/edit-consent"

const EditConsentPage = () => (
  <RouteDrawer>
    <EditConsent />
  </RouteDrawer>
)

export default EditConsentPage
