import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"

import { CustomerLoginsSection } from "../components/customer-logins"

const CustomerLoginsWidget = ({ data }: DetailWidgetProps<AdminCustomer>) => (
  <CustomerLoginsSection customerId={data.id} hasAccount={data.has_account} />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-cornerstore:customer-logins",
  zone: "customer.details.side",
})

export default CustomerLoginsWidget
