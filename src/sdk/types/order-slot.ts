import type { DeliverySlot, ListSlotsResponse } from "./delivery"

/** Why an order cannot have a slot: as a cart's reasons, or it costs more than was paid. */
export type OrderSlotReason = DeliverySlot["reason"] | "dearer"

/** A slot as it is offered to an order; `price` is what it would cost this order. */
export type OrderSlot = Pick<
  DeliverySlot,
  | "id"
  | "district_id"
  | "date"
  | "starts_at"
  | "ends_at"
  | "cutoff_at"
  | "price"
  | "currency_code"
  | "minimum_order"
  | "free_over"
  | "opens_at"
  | "remaining"
  | "state"
> & { reason: OrderSlotReason }

/** Why a customer can no longer change the slot of an order. */
export type SlotChangeReason =
  "no_slot" | "cut_off" | "on_route" | "delivered" | "canceled"

/** `GET /store/orders/:id/delivery-slots` */
export type OrderSlotsResponse = Omit<ListSlotsResponse, "slots"> & {
  slots: OrderSlot[]
  /** The slot the order has. */
  booked_slot_id: string | null
  change: {
    is_open: boolean
    /** The cut-off of the slot the order has. */
    until: string | null
    reason: SlotChangeReason | null
    /** What was charged for delivery; nothing of it is paid back, and nothing added. */
    charged: number
    currency_code: string
  }
}

/** A slot as staff see it: the shop may go past cut-off, price and terms, never past what it holds. */
export type AdminOrderSlot = OrderSlot & {
  /** Its cut-off is over, but there is room: `force` takes it. */
  can_force: boolean
}

/** `GET /admin/orders/:id/delivery-slots` */
export type AdminOrderSlotsResponse = Omit<ListSlotsResponse, "slots"> & {
  slots: AdminOrderSlot[]
  booked_slot_id: string | null
}

/** `GET|POST|DELETE /admin/orders/:id/delivery-slot` */
export type AdminOrderSlotResponse = {
  delivery_slot: AdminBookedSlot | null
  /** The order is to be delivered by district and has no slot. */
  is_missing: boolean
  /** Not yet an order: its price follows the slot. */
  is_draft: boolean
  /** Why staff cannot change the slot now. */
  closed: "on_route" | "delivered" | "canceled" | null
  /** What the shipping method charges; null without one of ours. */
  charged: number | null
  currency_code: string
  time_zone: string
}

export type AdminBookedSlot = {
  id: string
  booking_id: string
  date: string
  starts_at: string
  ends_at: string
  cutoff_at: string
  /** What the slot costs this order now. */
  price: number
  district: { id: string; name: string }
}

export type AdminSetOrderSlotRequest = {
  slot_id: string
  /** Also after the cut-off of the slot. */
  force?: boolean
}

/** `GET /admin/delivery/orders-without-slot`: placed, to be delivered by district, without a slot. */
export type OrdersWithoutSlotResponse = {
  orders: {
    id: string
    display_id: number
    created_at: string
    customer_name: string | null
  }[]
  /** There are more than those listed. */
  has_more: boolean
}
