export { CustomerLoyaltySection } from "./customer-loyalty-section"
