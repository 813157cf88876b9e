export * from "./delivery/book-delivery"
export * from "./delivery/cancel-delivery"
export * from "./delivery/districts"
export * from "./delivery/hold-delivery-slot"
export * from "./delivery/import-districts"
export * from "./delivery/make-slots"
export * from "./delivery/mark-delivered"
export { setDeliveryPricingContext } from "./delivery/pricing-context"
export * from "./delivery/release-delivery-slot"
export * from "./delivery/windows"
export {
  guardCartCompletion,
  undoCartCompletion,
} from "./hooks/completion-guard"
export * from "./loyalty/adjust-points"
export * from "./loyalty/earn-points"
export { listLoyaltyEntriesBefore } from "./loyalty/entries"
export * from "./loyalty/reverse-points"
export * from "./loyalty/update-program"
