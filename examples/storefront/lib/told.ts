import { keptText } from "./kept-text"

/** Something the shop was told; it is not told again by every page. */
function fact(key: string) {
  const kept = keptText(key)
  return {
    /** Whether the shop knows of anything. */
    isTold: () => kept.read() !== null,
    /** Tells it, unless it was the last that was told. */
    async tell(what: string, tell: () => Promise<unknown>): Promise<void> {
      if (kept.read() !== what) {
        await tell()
        kept.write(what)
      }
    },
    forget: kept.forget,
  }
}

/** Which visitor a customer, and a cart, is known to be. */
export const told = {
  customer: fact("cornerstore_customer_visitor"),
  cart: fact("cornerstore_cart_visitor"),
}
