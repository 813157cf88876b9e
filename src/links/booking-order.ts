import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"

import DeliveryModule from "../modules/delivery"

/** A booking knows its order's id, so the link needs no table. */
export default defineLink(
  { linkable: DeliveryModule.linkable.deliveryBooking, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true }
)
