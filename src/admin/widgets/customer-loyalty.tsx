import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"

import { CustomerLoyaltySection } from "../components/customer-loyalty"

const CustomerLoyaltyWidget = ({ data }: DetailWidgetProps<AdminCustomer>) => (
  <CustomerLoyaltySection customerId={data.id} hasAccount={data.has_account} />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-cornerstore:customer-loyalty",
  zone: "customer.details.side",
})

export default CustomerLoyaltyWidget
