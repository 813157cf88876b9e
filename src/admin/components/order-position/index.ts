export * from "./order-position-row"
