import { defineRouteConfig } from "@medusajs/admin-sdk"

import { Breadcrumb } from "../../../components/breadcrumb"
import { CashDetail } from "./components/cash-detail"

const CashPage = () => <CashDetail />

export const config = defineRouteConfig({
  label: "menu.cash",
  translationNs: "cornerstore",
  rank: 11,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.cash" />,
}

export default CashPage
