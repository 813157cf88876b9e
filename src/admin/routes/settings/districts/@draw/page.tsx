import { RouteFocusModal } from "@medusajs/dashboard/components"

import { DrawDistrict } from "../components/draw-district"

const DrawDistrictPage = () => (
  <RouteFocusModal>
    <DrawDistrict />
  </RouteFocusModal>
)

export default DrawDistrictPage
