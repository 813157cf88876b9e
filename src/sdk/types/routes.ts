import type { OrderInstructions } from "./instructions"
import type { Page } from "./page"

/** A draft is the shop's own; from `published` on its driver has a link. */
export type RouteStatus =
  "draft" | "published" | "started" | "finished" | "canceled"
export type StopStatus =
  "pending" | "arrived" | "delivered" | "failed" | "removed"
export type FailureReason =
  "nobody_home" | "refused" | "wrong_address" | "damaged" | "other"
/** Where the coordinates of a stop come from; `district` is its middle, an estimate. */
export type PositionSource = "address" | "district" | "none"

export type AdminDriver = {
  id: string
  name: string
  phone: string | null
  /** An inactive driver gets no new routes. */
  is_active: boolean
  created_at: string
  updated_at: string
}
export type CreateDriver = {
  name: string
  phone?: string | null
  is_active?: boolean
}
export type UpdateDriver = Partial<CreateDriver>
export type DriverResponse = { driver: AdminDriver }
export type ListDriversResponse = Page & { drivers: AdminDriver[] }

/** Cash of one delivery, in major units. */
export type StopCash = {
  currency_code: string
  /** What the order still owed when the driver came. */
  due: number
  /** What the customer handed over, and what was given back. */
  tendered: number
  change: number
  /** What the driver keeps: `tendered - change`. */
  collected: number
  /** `collected - due`: zero, or below it when too little was paid. */
  difference: number
}

/** A route in a list. */
export type AdminRoute = {
  id: string
  /** The shop's day. */
  date: string
  status: RouteStatus
  driver: { id: string; name: string; phone: string | null }
  /** Stops that are not removed, and how many of them are done. */
  stops_total: number
  stops_delivered: number
  stops_failed: number
  published_at: string | null
  started_at: string | null
  finished_at: string | null
  created_at: string
  updated_at: string
}

export type AdminStop = {
  id: string
  booking_id: string
  status: StopStatus
  order: {
    id: string
    display_id: number
    customer_name: string | null
    total: number
    currency_code: string
  } | null
  /** Lines of the address. */
  address: string[]
  district: { id: string; name: string }
  starts_at: string
  ends_at: string
  position: PositionSource
  /** Metres from the stop before, estimated; null where that is not known. */
  leg_meters: number | null
  /** What is to be paid at the door; null when nothing is, or it has been. */
  cash_due: { amount: number; currency_code: string } | null
  cash: StopCash | null
  arrived_at: string | null
  delivered_at: string | null
  failed_at: string | null
  failure_reason: FailureReason | null
  failure_note: string | null
}

/** A route with everything its page shows. */
export type AdminRouteDetail = AdminRoute & {
  stops: AdminStop[]
  depot: { lat: number; lng: number } | null
  /** Estimated from the straight lines, the way back to the depot included. */
  distance_meters: number
  cash: { currency_code: string; collected: number; short: number }[]
  /** The driver's link while it works. */
  driver_url: string | null
  link_expires_at: string | null
}
export type RouteResponse = { route: AdminRouteDetail }
export type ListRoutesResponse = Page & { routes: AdminRoute[] }

export type PlanRoutes = {
  /** The shop's day, `YYYY-MM-DD`. */
  date: string
  /** All districts when left out. */
  district_ids?: string[]
  /** One driver; the first active one by name when left out. */
  driver_ids?: string[]
}
/** A booking that no route got. */
export type UnplannedBooking = {
  booking_id: string
  order_id: string
  display_id: number | null
  district: { id: string; name: string }
  /** `no_position`: neither the address nor its district says where it is; `too_many`: a route has no room for it. */
  /** `draft`: not placed yet, nobody is to drive there. */
  reason: "no_position" | "too_many" | "draft"
}
export type PlanRoutesResponse = {
  proposal: {
    date: string
    routes: AdminRouteDetail[]
    unassigned: UnplannedBooking[]
  }
}

/** What a driver's page shows of one stop. */
export type DriverStop = {
  id: string
  status: StopStatus
  order_number: number | null
  customer_name: string | null
  starts_at: string
  ends_at: string
  /**
   * What is needed to get there and hand over; null once the stop is done, so
   * that a link shown later tells nothing of customers.
   */
  visit: {
    address: string[]
    phone: string | null
    /** Degrees. */
    point: { lat: number; lng: number } | null
    position: PositionSource
    items: { id: string; title: string; quantity: number }[]
    instructions: OrderInstructions
    cash_due: { amount: number; currency_code: string } | null
  } | null
  cash: StopCash | null
  done_at: string | null
  failure_reason: FailureReason | null
}

/** `GET /driver/:token/state`. */
export type DriverState = {
  date: string
  time_zone: string
  status: RouteStatus
  driver_name: string
  distance_meters: number
  stops: DriverStop[]
  cash: { currency_code: string; collected: number; short: number }[]
  updated_at: string
}

/** Body of `POST /driver/:token/actions`. */
export type DriverActionRequest = {
  /** Made up for each tap; a retry sends the same. */
  key: string
} & (
  | { kind: "start" }
  | { kind: "arrived"; stop_id: string }
  | {
      kind: "delivered"
      stop_id: string
      /** What was handed over, in major units; only where something is due. */
      cash?: { tendered: number; short_confirmed?: boolean }
    }
  | {
      kind: "failed"
      stop_id: string
      reason: FailureReason
      note?: string
    }
  /** Takes an arrival or a failure back. */
  | { kind: "reopen"; stop_id: string }
)
