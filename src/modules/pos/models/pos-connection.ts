import { model } from "@medusajs/framework/utils"

/** One location of one POS vendor. Vendors give a key per location, so several locations are several connections. */
export const PosConnection = model
  .define("pos_connection", {
    id: model.id({ prefix: "posconn" }).primaryKey(),
    /** Id of an adapter in `adapters/registry`. */
    adapter: model.text(),
    name: model.text().searchable(),
    base_url: model.text(),
    /** Encrypted JSON of the adapter's credential fields; never leaves the module. */
    credentials: model.text(),
    /** Last four characters per credential field, for a person to recognise it. */
    credentials_last_four: model.json(),
    /** Grows with every new key: one alert per key, not per failed call. */
    credentials_version: model.number().default(1),
    stock_location_id: model.text().nullable(),
    /** Orders of this channel are looked at. */
    sales_channel_id: model.text(),
    /** Validated by the adapter's settings schema. */
    settings: model.json(),
    is_paused: model.boolean().default(false),
    /** `attention`: no call is made until a person acted. */
    health: model
      .enum(["unchecked", "healthy", "degraded", "attention"])
      .default("unchecked"),
    /** Calls that failed in a row. */
    failures: model.number().default(0),
    last_error: model.text().nullable(),
    last_error_at: model.dateTime().nullable(),
    last_ok_at: model.dateTime().nullable(),
    /** What the vendor said the key belongs to, from the last check. */
    identity: model.json().nullable(),
    /** When a process took the turn to read the catalogue, or to poll. */
    catalogue_claimed_at: model.dateTime().nullable(),
    catalogue_synced_at: model.dateTime().nullable(),
    orders_claimed_at: model.dateTime().nullable(),
    orders_polled_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_pos_connection_sales_channel", on: ["sales_channel_id"] },
  ])
