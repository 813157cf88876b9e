/**
 * The shapes that travel over HTTP, shared by routes, SDK and dashboard. Plain
 * TypeScript without imports, so that a storefront needs nothing but js-sdk.
 *
 * Instants are ISO 8601 strings in UTC, days `YYYY-MM-DD` and times `HH:MM` in
 * the shop's zone, money in major units, coordinates `[lon, lat]`.
 */
export * from "./activity"
export * from "./activity-logins"
export * from "./activity-overview"
export * from "./activity-reading"
export * from "./audit"
export * from "./calendar"
export * from "./cash"
export * from "./consent"
export * from "./delivery"
export * from "./instructions"
export * from "./loyalty"
export * from "./order-slot"
export * from "./map"
export * from "./page"
export * from "./pos"
export * from "./pre-orders"
export * from "./routes"
export * from "./schedule"
export * from "./suggestions"
export * from "./system"
export * from "./tracking"
