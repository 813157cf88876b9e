import { keptText } from "./kept-text"

/** The cart of this browser. */
export const cartId = keptText("cornerstore_cart")
