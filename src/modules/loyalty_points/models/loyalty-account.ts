import { model } from "@medusajs/framework/utils"

/**
 * A customer's points. Its row is the lock under which the ledger, the lots and
 * these totals change together.
 */
export const LoyaltyAccount = model.define("loyalty_account", {
  id: model.id({ prefix: "lacc" }).primaryKey(),
  customer_id: model.text().unique(),
  /** Sum of the account's entries. */
  balance: model.number().default(0),
  /** Points taken back after they were spent; the next earnings cover them. */
  owed: model.number().default(0),
})
