import { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useQuery } from "@tanstack/react-query"

import type {
  DeliveryCalendarQuery,
  DeliveryCalendarResponse,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

/** Orders come in while somebody looks at the calendar. */
const LIVE_MS = 60_000

export const calendarQueryKeys = queryKeysFactory("delivery_calendar")

/** The days of a range, six weeks at most, with the load of each district. */
export function useCalendar(query: DeliveryCalendarQuery) {
  const { data, ...rest } = useQuery<DeliveryCalendarResponse, FetchError>({
    queryKey: calendarQueryKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<DeliveryCalendarResponse>("/admin/delivery/calendar", {
        query,
      }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    refetchInterval: LIVE_MS,
  })
  return { ...data, ...rest }
}
