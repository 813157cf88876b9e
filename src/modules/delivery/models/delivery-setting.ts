import { model } from "@medusajs/framework/utils"

/** What the owner sets for the whole shop, one row by name; `domain/settings` holds the shapes. */
export const DeliverySetting = model.define("delivery_setting", {
  /** `cash`, `geocoder` or `map`. */
  id: model.text().primaryKey(),
  value: model.json(),
})
