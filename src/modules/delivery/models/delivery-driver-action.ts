import { model } from "@medusajs/framework/utils"

/** What a driver did, once for each key that the phone made up: the retry of a tap changes nothing. */
export const DeliveryDriverAction = model
  .define("delivery_driver_action", {
    id: model.id({ prefix: "dact" }).primaryKey(),
    route_id: model.text(),
    /** Made by the phone, unique within the route. */
    key: model.text(),
    kind: model.enum(["start", "arrived", "delivered", "failed", "reopen"]),
    stop_id: model.text().nullable(),
    /** What the action was, so that a key is not used for another one. */
    fingerprint: model.text(),
  })
  .indexes([{ on: ["route_id", "key"], unique: true }])
