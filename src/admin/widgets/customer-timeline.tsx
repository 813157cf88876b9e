import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"

import { CustomerTimelineSection } from "../components/customer-timeline"

const CustomerTimelineWidget = ({ data }: DetailWidgetProps<AdminCustomer>) => (
  <CustomerTimelineSection customerId={data.id} />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-cornerstore:customer-timeline",
  zone: "customer.details.side",
})

export default CustomerTimelineWidget
