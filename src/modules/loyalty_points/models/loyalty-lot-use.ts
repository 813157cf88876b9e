import { model } from "@medusajs/framework/utils"

import { LoyaltyEntry } from "./loyalty-entry"
import { LoyaltyLot } from "./loyalty-lot"

/**
 * Points that an entry took out of a lot, so that they can go back to where they
 * came from. A lot used by the entry that made it covered what was owed.
 */
export const LoyaltyLotUse = model
  .define("loyalty_lot_use", {
    id: model.id({ prefix: "luse" }).primaryKey(),
    lot: model.belongsTo(() => LoyaltyLot),
    entry: model.belongsTo(() => LoyaltyEntry),
    points: model.number(),
  })
  .checks([{ name: "CK_loyalty_lot_use_points", expression: "points > 0" }])
