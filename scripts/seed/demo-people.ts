/** Log-ins of the demo shop, printed by `npm start` and never used elsewhere. */
export const DEMO_ADMIN = {
  email: "owner@cornerstore.example",
  password: "cornerstore-demo",
}

export const DEMO_CUSTOMER = {
  email: "anna@example.com",
  password: "anna-demo-password",
  first_name: "Anna",
  last_name: "Alvarez",
  phone: "+14155550123",
}
