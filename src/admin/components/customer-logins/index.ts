export { CustomerLoginsSection } from "./customer-logins-section"
