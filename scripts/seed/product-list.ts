export { type DemoProduct, PRODUCTS } from "./catalogue"
