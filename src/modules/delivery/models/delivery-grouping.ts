import { model } from "@medusajs/framework/utils"

/** A proposal to move bookings so that districts are driven together; the owner decides. */
export const DeliveryGrouping = model
  .define("delivery_grouping", {
    id: model.id({ prefix: "dgrp" }).primaryKey(),
    status: model
      .enum(["proposed", "accepted", "dismissed"])
      .default("proposed"),
    /** First and last day that were looked at, in the shop's zone. */
    starts_on: model.text(),
    ends_on: model.text(),
    /** Metres of all days before and after, as `domain/measure-route` measures. */
    metres_before: model.number(),
    metres_after: model.number(),
    /** The moves, see `domain/grouping`. */
    moves: model.json(),
    decided_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["status"] }])
