export { ProductDeliverySection } from "./product-delivery-section"
