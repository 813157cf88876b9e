import { model } from "@medusajs/framework/utils"

import { LoyaltyAccount } from "./loyalty-account"
import { LoyaltyEntry } from "./loyalty-entry"

/** What is left of the points that one entry gave. */
export const LoyaltyLot = model
  .define("loyalty_lot", {
    id: model.id({ prefix: "llot" }).primaryKey(),
    account: model.belongsTo(() => LoyaltyAccount),
    entry: model.belongsTo(() => LoyaltyEntry),
    /** What the entry gave. */
    points: model.number(),
    /** `points` less the uses of the lot. */
    remaining: model.number(),
    /** Before this instant its points are pending. */
    available_at: model.dateTime(),
    /** From this instant on its points are lost; null for never. */
    expires_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_loyalty_lot_left",
      on: ["account_id", "expires_at"],
      where: "remaining > 0",
    },
    {
      name: "IDX_loyalty_lot_expires",
      on: ["expires_at"],
      where: "remaining > 0 AND expires_at IS NOT NULL",
    },
  ])
  .checks([
    {
      name: "CK_loyalty_lot_remaining",
      expression: "remaining between 0 and points",
    },
  ])
