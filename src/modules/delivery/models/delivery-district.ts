import { model } from "@medusajs/framework/utils"

import { DeliverySlot } from "./delivery-slot"
import { DeliveryWindow } from "./delivery-window"

/** An area the shop delivers to. The smallest `priority` wins where areas overlap. */
export const DeliveryDistrict = model
  .define("delivery_district", {
    id: model.id({ prefix: "ddis" }).primaryKey(),
    name: model.text().searchable(),
    priority: model.number().default(100),
    is_active: model.boolean().default(true),
    /** Other names by which an address may name the district. */
    aliases: model.array().default([]),
    /** Exact codes or inclusive ranges, see `domain/postal-codes`. */
    postal_codes: model.array().default([]),
    /** GeoJSON Polygon or MultiPolygon, `[lon, lat]`. */
    boundary: model.json().nullable(),
    /** What one stop takes of a window's capacity in minutes. */
    stop_minutes: model.number().default(10),
    /** What is added for weight and what customer groups pay, see `domain/slot-price`. */
    rates: model.json().nullable(),
    /** Most that may be paid in cash at the door, major units; 0 for no cash, null for no limit. */
    cash_limit: model.bigNumber().nullable(),
    windows: model.hasMany(() => DeliveryWindow, { mappedBy: "district" }),
    slots: model.hasMany(() => DeliverySlot, { mappedBy: "district" }),
  })
  .cascades({ delete: ["windows"] })
  .indexes([{ on: ["name"], unique: true, where: "deleted_at IS NULL" }])
