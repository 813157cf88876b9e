import type { BrowserShop } from "./browser-shop"

/** What the suites of the browser clients share; known once the shop runs. */
export type World = () => {
  /** Address of the shop under test. */
  base: string
  writeKey: string
  shop: BrowserShop
  /** Id of a customer. */
  customer: string
}
