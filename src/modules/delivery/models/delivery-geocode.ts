import { model } from "@medusajs/framework/utils"

/** What the geocoder answered for an address, so that it is asked once. */
export const DeliveryGeocode = model
  .define("delivery_geocode", {
    id: model.id({ prefix: "dgeo" }).primaryKey(),
    /** SHA-256 of the normalized address and the provider: no address is kept. */
    key: model.text(),
    /** Degrees; null when the geocoder knows no such place. */
    lat: model.float().nullable(),
    lng: model.float().nullable(),
    asked_at: model.dateTime(),
    expires_at: model.dateTime(),
  })
  .indexes([{ on: ["key"], unique: true }, { on: ["expires_at"] }])
