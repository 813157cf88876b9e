/** What a POS can do, so that nobody is offered what it cannot. */
export type PosCapabilities = {
  /** `handoff`: the shopper finishes at the vendor's own checkout. */
  order_mode: "push" | "handoff"
  stock: "counted" | "boolean"
  webhooks: "none" | "bearer" | "token" | "hmac"
  /** The catalogue can be asked for what changed since an instant. */
  delta: boolean
  cancel: boolean
  returns: "read" | "none"
  customers: boolean
  loyalty: boolean
}
