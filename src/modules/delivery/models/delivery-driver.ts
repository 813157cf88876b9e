import { model } from "@medusajs/framework/utils"

import { DeliveryRoute } from "./delivery-route"

/** Somebody who drives for the shop. Drivers have no account: a route's link is their key. */
export const DeliveryDriver = model.define("delivery_driver", {
  id: model.id({ prefix: "ddrv" }).primaryKey(),
  name: model.text().searchable(),
  phone: model.text().nullable(),
  /** An inactive driver keeps the routes already given and gets no new ones. */
  is_active: model.boolean().default(true),
  routes: model.hasMany(() => DeliveryRoute, { mappedBy: "driver" }),
})
