export { OrderPosSection } from "./section"
