import type { SlotState } from "./delivery"
import type { Page } from "./page"
import type { PositionSource } from "./routes"

/** A slot as a day and its times. */
export type SlotTime = {
  slot_id: string
  /** The shop's day; the times below are instants. */
  date: string
  starts_at: string
  ends_at: string
}

/** What a slot would mean for the driver. */
export type SlotSuggestion = SlotTime & {
  state: SlotState
  /** How much longer that day's tour becomes, estimated from straight lines. */
  detour_metres: number
  /** Detour of the asked slot minus this one's; below zero when this one is worse. */
  saved_metres: number | null
  /** Share of the slot's places that would be taken with this order in it. */
  load: number
  /** At most one. */
  recommended: boolean
}

/** The best days for one order. */
export type OrderSuggestions = {
  order_id: string
  /** Why there are none, when there are none. */
  reason:
    "no_depot" | "no_position" | "no_district" | "no_slots" | "too_many" | null
  district: { id: string; name: string } | null
  /** Where the order's coordinates come from; `district` is its middle, an estimate. */
  position: PositionSource
  /** The slot it has; the soonest open one is compared with when it has none. */
  asked: SlotTime | null
  /** Best first. */
  slots: SlotSuggestion[]
}
export type OrderSuggestionsResponse = { suggestions: OrderSuggestions }

/** A district on one day. */
export type DistrictDayLoad = {
  date: string
  capacity_orders: number
  reserved_orders: number
  /** Deliveries that are still to be driven. */
  deliveries: number
  /** What is driven for each of them; null without a depot or a delivery. */
  metres_per_delivery: number | null
}

/** How full days are, and what is driven for it. */
export type WeekSummary = {
  from: string
  to: string
  time_zone: string
  /** Why nothing can be measured, when it cannot. */
  reason: "no_depot" | "too_many" | null
  /** Sum of the tours below. */
  metres: number | null
  days: { date: string; deliveries: number; metres: number | null }[]
  districts: { id: string; name: string; days: DistrictDayLoad[] }[]
  /** Deliveries whose place is estimated as the middle of their district. */
  estimated: number
  /** Deliveries in no tour: neither their address nor their district has a place. */
  unlocated: number
}
export type WeekSummaryResponse = { week: WeekSummary }

export type GroupingStatus = "proposed" | "accepted" | "dismissed"
/**
 * `waiting` is accepted and about to be made; `left_out` was unchecked;
 * `refused` was no longer possible, see the reason.
 */
export type GroupingMoveState =
  "proposed" | "left_out" | "waiting" | "moved" | "refused"

export type AdminGroupingMove = {
  booking_id: string
  order: { id: string; display_id: number | null; customer_name: string | null }
  district: { id: string; name: string }
  from: SlotTime
  to: SlotTime
  /** By how much all tours become shorter, after the moves before it. */
  saved_metres: number
  state: GroupingMoveState
  /** Why it was refused. */
  reason: string | null
  /** How the customer hears of a move that was made: by e-mail, or the shop has to call. */
  told: "email" | "call" | null
}

/** A proposal in a list. */
export type AdminGrouping = {
  id: string
  status: GroupingStatus
  /** First and last day. */
  from: string
  to: string
  /** All tours of those days together, as proposed. */
  metres_before: number
  metres_after: number
  /** What is saved: by the moves that were made once it is accepted, else by all. */
  saved_metres: number
  moves_count: number
  moved_count: number
  refused_count: number
  /** Moves that wait to be made. */
  waiting_count: number
  decided_at: string | null
  created_at: string
}
export type AdminGroupingDetail = AdminGrouping & { moves: AdminGroupingMove[] }

export type ProposeGrouping = {
  /** The shop's days, inclusive. */
  from: string
  to: string
  /** Whose deliveries may move; all districts when left out. */
  district_ids?: string[]
}
export type ProposeGroupingResponse = {
  /** Null when nothing is to be gained. */
  grouping: AdminGroupingDetail | null
  /** Why there is no proposal: `nothing_gained` is good news. */
  reason: "no_depot" | "too_many" | "nothing_gained" | null
}
export type AcceptGrouping = {
  /** Whose moves are wanted; all when left out. */
  booking_ids?: string[]
}
export type GroupingResponse = { grouping: AdminGroupingDetail }
export type ListGroupingsResponse = Page & { groupings: AdminGrouping[] }
