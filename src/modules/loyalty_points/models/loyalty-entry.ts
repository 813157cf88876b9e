import { model } from "@medusajs/framework/utils"

import { LoyaltyAccount } from "./loyalty-account"

/**
 * One line of the ledger. Append-only: a trigger of the migration refuses
 * UPDATE and DELETE, so also Medusa's soft delete.
 */
export const LoyaltyEntry = model
  .define("loyalty_entry", {
    id: model.id({ prefix: "lent" }).primaryKey(),
    account: model.belongsTo(() => LoyaltyAccount),
    kind: model.enum([
      "earn",
      "redeem",
      "reverse",
      "return",
      "expire",
      "adjust",
    ]),
    /** Signed. */
    points: model.number(),
    /** Names the cause, so that it counts once; see `domain/keys`. */
    key: model.text(),
    /** What caused it: `order`, `adjustment`, `lot`. */
    reference_type: model.text(),
    reference_id: model.text(),
    /** The order it belongs to, whatever the reference. */
    order_id: model.text().nullable(),
    /** The entry that a reversal takes back, in part or in whole. */
    reverses_id: model.text().nullable(),
    available_at: model.dateTime().nullable(),
    expires_at: model.dateTime().nullable(),
    /** What each line of the order earned, and by which rule; see `domain/earning`. */
    detail: model.json().nullable(),
  })
  .indexes([
    { name: "IDX_loyalty_entry_key", on: ["key"], unique: true },
    {
      name: "IDX_loyalty_entry_order",
      on: ["order_id"],
      where: "order_id IS NOT NULL",
    },
    {
      name: "IDX_loyalty_entry_reverses",
      on: ["reverses_id"],
      where: "reverses_id IS NOT NULL",
    },
    {
      name: "IDX_loyalty_entry_earned",
      on: ["created_at", "id"],
      where: "kind = 'earn'",
    },
  ])
