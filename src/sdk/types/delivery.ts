import type { Page } from "./page"
import type { FailureReason, RouteStatus, StopStatus } from "./routes"
import type { DeliveryRates } from "./schedule"

/** GeoJSON geometry of a district. */
export type DistrictBoundary =
  | { type: "Polygon"; coordinates: number[][][] }
  | { type: "MultiPolygon"; coordinates: number[][][][] }

export type District = {
  id: string
  name: string
  /** The smallest number wins where districts overlap. */
  priority: number
}

export type AdminDistrict = District & {
  is_active: boolean
  /** Other names by which an address may name the district. */
  aliases: string[]
  /** Exact codes (`94110`) or inclusive ranges (`94110-94115`). */
  postal_codes: string[]
  boundary: DistrictBoundary | null
  /** What one stop takes of a window's capacity in minutes. */
  stop_minutes: number
  rates: DeliveryRates
  /** Most that may be paid in cash at the door, major units; 0 for no cash, null for no limit. */
  cash_limit: number | null
  windows_count: number
  created_at: string
  updated_at: string
}

export type SlotState = "open" | "full" | "closed"

/**
 * Why a cart cannot have a slot that others may: its cut-off is over, it is not
 * yet open to everybody, the goods are worth too little, they weigh more than is
 * left, or one of them is not delivered that day.
 */
export type SlotReason =
  "cut_off" | "not_yet" | "below_minimum" | "too_heavy" | "products"

export type DeliverySlot = {
  id: string
  district_id: string
  /** The shop's day; the times below are instants. */
  date: string
  starts_at: string
  ends_at: string
  cutoff_at: string
  /** What this cart pays: with its weight, its value and the customer's groups. */
  price: number
  currency_code: string
  /** Least value of the goods, major units; null for none. */
  minimum_order: number | null
  /** Value of the goods from which delivery is free, major units; null for never. */
  free_over: number | null
  /** From when everybody may book; null for as soon as it is there. */
  opens_at: string | null
  /** Places left. */
  remaining: number
  state: SlotState
  /** Why the state is not `open`, when it is not only taken or off sale. */
  reason: SlotReason | null
  /**
   * The day on which the driver is near already, if that saves a way worth
   * telling; one slot at most. Left out where it is not known in time.
   */
  recommended: boolean
  /** What the recommended slot saves against the chosen one, or the soonest: hundreds of metres, estimated. */
  saved_metres: number | null
}

export type SlotHold = { slot_id: string; expires_at: string }

/** Where a booking stands: `held` and `committed` places belong to a cart, the rest to an order. */
export type BookingStatus =
  "held" | "committed" | "booked" | "delivered" | "released"

/**
 * What a customer is told. Each stage follows from something somebody did:
 * `on_the_way` when the driver starts the route, `arrived` at the door,
 * `failed` when it could not be handed over.
 */
export type DeliveryStage =
  "booked" | "on_the_way" | "arrived" | "delivered" | "failed" | "canceled"

export type OrderDelivery = {
  stage: DeliveryStage
  slot: {
    id: string
    date: string
    starts_at: string
    ends_at: string
    time_zone: string
    district: { id: string; name: string }
  }
  delivered_at: string | null
  tracking_token: string
  tracking_url: string
}

/** `GET /admin/orders/:id/delivery`: what the customer is told, and the booking behind it. */
export type AdminOrderDelivery = OrderDelivery & {
  booking_id: string
  status: BookingStatus
  route: BookingRoute | null
}
export type AdminOrderDeliveryResponse = { delivery: AdminOrderDelivery | null }

/** The published route a booking is on. */
export type BookingRoute = {
  id: string
  driver_name: string
  route_status: RouteStatus
  stop_status: StopStatus
  failure_reason: FailureReason | null
}

/** One row of the dashboard's deliveries list. */
export type AdminBooking = {
  id: string
  status: BookingStatus
  /** What the customer is told; null while the place belongs to a cart. */
  stage: DeliveryStage | null
  order_id: string | null
  cart_id: string | null
  delivered_at: string | null
  created_at: string
  slot: {
    id: string
    date: string
    starts_at: string
    ends_at: string
    capacity_orders: number
    reserved_orders: number
  }
  district: { id: string; name: string }
  order: {
    id: string
    display_id: number
    email: string | null
    customer_name: string | null
    /** Lines of the address. */
    address: string[]
    total: number
    currency_code: string
  } | null
  route: BookingRoute | null
}

export type ResolveDistrictQuery = {
  lat?: number
  lng?: number
  postal_code?: string
  city?: string
  address_1?: string
  /** ISO 3166-1 alpha-2; only a geocoder needs it. */
  country_code?: string
}

export type ResolveDistrictResponse = { district: District | null }
export type ListSlotsResponse = {
  slots: DeliverySlot[]
  /** Why the list is empty, when it is. */
  reason: "no_address" | "no_district" | "no_slots" | null
  district: District | null
  /** IANA zone in which the shop means its days. */
  time_zone: string
}
export type HoldSlotResponse = { hold: SlotHold }
export type OrderDeliveryResponse = { delivery: OrderDelivery | null }

export type DeliverySettingsResponse = {
  settings: {
    /** IANA zone in which the shop means its days and times. */
    time_zone: string
    hold_minutes: number
    horizon_days: number
  }
}

export type ListBookingsResponse = Page & { bookings: AdminBooking[] }
export type ListDistrictsResponse = Page & { districts: AdminDistrict[] }
export type ImportDistrictsResponse = {
  districts: AdminDistrict[]
  /** Features that were left out, with the reason. */
  skipped: { index: number; name: string | null; reason: string }[]
}

/** What the tracker page shows: nothing of the customer, nothing of other stops. */
export type TrackerState = {
  stage: DeliveryStage
  order_number: number | null
  district: string
  date: string
  starts_at: string
  ends_at: string
  time_zone: string
  /** Stops the driver comes to first; null while nobody is on the way. */
  stops_before: number | null
  arrived_at: string | null
  delivered_at: string | null
  updated_at: string
}
