import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"

import { ProductDeliverySection } from "../components/product-delivery"

const ProductDeliveryWidget = ({ data }: DetailWidgetProps<AdminProduct>) => (
  <ProductDeliverySection productId={data.id} title={data.title} />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-cornerstore:product-delivery",
  zone: "product.details.side",
})

export default ProductDeliveryWidget
