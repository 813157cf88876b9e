import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"

import type { BookingStatus } from "../../../../sdk/types"
import {
  choicesOf,
  useListState,
  type ListState,
} from "../../../components/list-table"
import type { DayRangeValue } from "../../../components/day-range"
import type { BookingsQuery } from "../../../hooks/api/bookings"
import { addDays, isDay } from "../../../lib/dates"

export const PAGE_SIZE = 20
export const STATUSES: BookingStatus[] = [
  "booked",
  "delivered",
  "committed",
  "held",
  "released",
]
/** Places held by carts are no deliveries yet; they are shown when asked for. */
const SHOWN_AT_FIRST: BookingStatus[] = ["booked", "delivered"]
const DAYS_AHEAD = 7
const FILTERS = ["status", "district_id"] as const

type DeliveriesQuery = {
  state: ListState
  range: DayRangeValue
  setRange: (range: DayRangeValue) => void
  query: BookingsQuery
}

/**
 * The list's query as the URL says it.
 *
 * @param today - in the shop's zone; the list starts there unless told otherwise
 */
export function useDeliveriesQuery(today: string): DeliveriesQuery {
  const state = useListState(FILTERS, PAGE_SIZE)
  const [params] = useSearchParams()
  const fromParam = params.get("date_from")
  const toParam = params.get("date_to")

  const range = useMemo(() => {
    const from = isDay(fromParam) ? fromParam : today
    const to = isDay(toParam) ? toParam : addDays(from, DAYS_AHEAD)
    return to < from ? { from, to: from } : { from, to }
  }, [fromParam, toParam, today])

  const query = useMemo(() => {
    const chosen = choicesOf(state.filtering.status)
    const status = STATUSES.filter((known) => chosen.includes(known))
    const districts = choicesOf(state.filtering.district_id)
    return {
      date_from: range.from,
      date_to: range.to,
      status: status.length > 0 ? status : SHOWN_AT_FIRST,
      ...(districts.length > 0 ? { district_id: districts } : {}),
      ...(state.q ? { q: state.q.replace(/^#/, "") } : {}),
      limit: PAGE_SIZE,
      offset: state.offset,
    }
  }, [range, state.filtering, state.offset, state.q])

  return {
    state,
    range,
    setRange: ({ from, to }) => state.change({ date_from: from, date_to: to }),
    query,
  }
}
