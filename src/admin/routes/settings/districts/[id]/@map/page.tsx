import { RouteFocusModal } from "@medusajs/dashboard/components"

import { EditBoundary } from "../../components/edit-boundary"

const EditBoundaryPage = () => (
  <RouteFocusModal>
    <EditBoundary />
  </RouteFocusModal>
)

export default EditBoundaryPage
