import { model } from "@medusajs/framework/utils"

/** A secret link under which a phone's calendar reads the deliveries. */
export const DeliveryCalendarFeed = model
  .define("delivery_calendar_feed", {
    id: model.id({ prefix: "dfeed" }).primaryKey(),
    name: model.text().searchable(),
    /** Null for every district. */
    district_id: model.text().nullable(),
    /** SHA-256 of the token: a leaked table opens no link. */
    token_hash: model.text(),
    /** The token encrypted, so that the shop can show the link again. */
    token: model.text(),
    read_at: model.dateTime().nullable(),
    revoked_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["token_hash"], unique: true }])
