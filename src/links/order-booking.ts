import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"

import DeliveryModule from "../modules/delivery"

/** The other way: `query.graph` of an order can ask for `delivery_bookings`. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  {
    linkable: DeliveryModule.linkable.deliveryBooking.id,
    primaryKey: "order_id",
    isList: true,
  },
  { readOnly: true }
)
