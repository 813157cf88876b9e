import { model } from "@medusajs/framework/utils"

import { DeliveryDriver } from "./delivery-driver"
import { DeliveryStop } from "./delivery-stop"

/** One driver's way on one day. `domain/route-status` says what the statuses mean. */
export const DeliveryRoute = model
  .define("delivery_route", {
    id: model.id({ prefix: "drte" }).primaryKey(),
    driver: model.belongsTo(() => DeliveryDriver, { mappedBy: "routes" }),
    /** `YYYY-MM-DD` in the shop's zone. */
    date: model.text(),
    status: model
      .enum(["draft", "published", "started", "finished", "canceled"])
      .default("draft"),
    /** Where it begins and ends, in degrees; null when no depot is known. */
    depot_lat: model.float().nullable(),
    depot_lng: model.float().nullable(),
    published_at: model.dateTime().nullable(),
    started_at: model.dateTime().nullable(),
    finished_at: model.dateTime().nullable(),
    canceled_at: model.dateTime().nullable(),
    /** SHA-256 of the token in the driver's link: a leaked table opens no link. */
    link_token_hash: model.text().nullable(),
    /** The token encrypted, so that the shop can show the link again. */
    link_token: model.text().nullable(),
    link_expires_at: model.dateTime().nullable(),
    stops: model.hasMany(() => DeliveryStop, { mappedBy: "route" }),
  })
  .indexes([
    { on: ["date"] },
    {
      name: "IDX_delivery_route_started",
      on: ["id"],
      where: "status = 'started'",
    },
    {
      name: "IDX_delivery_route_link",
      on: ["link_token_hash"],
      unique: true,
      where: "link_token_hash IS NOT NULL",
    },
  ])
