import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"

import { OrderDeliverySection } from "../components/order-delivery-section"

const OrderDeliveryWidget = ({ data }: DetailWidgetProps<AdminOrder>) => (
  <OrderDeliverySection orderId={data.id} displayId={data.display_id ?? null} />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-cornerstore:order-delivery",
  zone: "order.details.side",
})

export default OrderDeliveryWidget
