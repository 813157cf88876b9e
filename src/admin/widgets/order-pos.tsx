import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"

import { OrderPosSection } from "../components/order-pos"

const OrderPosWidget = ({ data }: DetailWidgetProps<AdminOrder>) => (
  <OrderPosSection orderId={data.id} />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-cornerstore:order-pos",
  zone: "order.details.side",
})

export default OrderPosWidget
