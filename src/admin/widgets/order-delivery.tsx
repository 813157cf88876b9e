import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"

import { OrderDeliverySection } from "../components/order-delivery-section"

const OrderDeliveryWidget = ({ data }: DetailWidgetProps<AdminOrder>) => (
  <OrderDeliverySection orderId={data.id} displayId={data.display_id ?? null} />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-cornerstore:order-delivery",
  // Drafts have a page of their own where the draft order plugin is installed.
  zone: ["order.details.side", "draft_order.details.side"],
})

export default OrderDeliveryWidget
