import { defineRouteConfig } from "@medusajs/admin-sdk"

import { Breadcrumb } from "../../../components/breadcrumb"
import { ProgramDetail } from "./components/program-detail"

const LoyaltyProgramPage = () => <ProgramDetail />

export const config = defineRouteConfig({
  label: "menu.loyaltyProgram",
  translationNs: "cornerstore",
  rank: 11,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.loyaltyProgram" />,
}

export default LoyaltyProgramPage
