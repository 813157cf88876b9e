import type { DemoCustomer } from "./draw-customers"

/** The demo's customers and where they are found in the shop. */
export type People = {
  customers: readonly DemoCustomer[]
  /** Ids by e-mail. */
  customerIds: Map<string, string>
}
