import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"

import { OrderInstructionsSection } from "../components/order-instructions-section"

const OrderInstructionsWidget = ({ data }: DetailWidgetProps<AdminOrder>) => (
  <OrderInstructionsSection
    orderId={data.id}
    titles={
      new Map(
        (data.items ?? []).map((item) => [
          item.id,
          [item.product_title ?? item.title, item.variant_title]
            .filter(Boolean)
            .join(" · "),
        ])
      )
    }
  />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-cornerstore:order-instructions",
  zone: "order.details.side",
})

export default OrderInstructionsWidget
