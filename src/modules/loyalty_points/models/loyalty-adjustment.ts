import { model } from "@medusajs/framework/utils"

import { LoyaltyAccount } from "./loyalty-account"

/**
 * Points given or taken by hand. The reason is kept here and not in the ledger,
 * because people write names into such fields and the ledger cannot be erased.
 */
export const LoyaltyAdjustment = model
  .define("loyalty_adjustment", {
    id: model.id({ prefix: "ladj" }).primaryKey(),
    account: model.belongsTo(() => LoyaltyAccount),
    /** Signed. */
    points: model.number(),
    reason: model.text(),
    /** The caller's, so that a repeated request counts once. */
    idempotency_key: model.text(),
    actor_type: model.text(),
    actor_id: model.text(),
  })
  .indexes([
    {
      name: "IDX_loyalty_adjustment_key",
      on: ["idempotency_key"],
      unique: true,
    },
  ])
