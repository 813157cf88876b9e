import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  GroupingResponse,
  ListGroupingsResponse,
  ProposeGrouping,
  ProposeGroupingResponse,
  WeekSummaryResponse,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { auditQueryKeys } from "./audit"
import { bookingsQueryKeys } from "./bookings"
import { calendarQueryKeys } from "./calendar"
import { orderDeliveryQueryKeys } from "./order-delivery"
import { routesQueryKeys } from "./routes"

const PATH = "/admin/delivery/groupings"
/** Moves of an accepted proposal are made one after the other. */
const WHILE_MOVING_MS = 2_000
/** Orders come in while somebody looks at the week. */
const LIVE_MS = 60_000

export const groupingsQueryKeys = queryKeysFactory("delivery_groupings")
export const weekQueryKeys = queryKeysFactory("delivery_week")

/** How full the days of a range are, and what is driven for them. */
export function useWeekSummary(range: { from: string; to: string }) {
  const { data, ...rest } = useQuery<WeekSummaryResponse, FetchError>({
    queryKey: weekQueryKeys.list(range),
    queryFn: () =>
      sdk.client.fetch<WeekSummaryResponse>("/admin/delivery/suggestions", {
        query: range,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: LIVE_MS,
  })
  return { ...data, ...rest }
}

/** Proposals, newest first. */
export function useGroupings(query: { limit: number; offset: number }) {
  const { data, ...rest } = useQuery<ListGroupingsResponse, FetchError>({
    queryKey: groupingsQueryKeys.list(query),
    queryFn: () => sdk.client.fetch<ListGroupingsResponse>(PATH, { query }),
    placeholderData: keepPreviousData,
  })
  return { ...data, ...rest }
}

/** One proposal, asked for again while its moves are made. */
export function useGrouping(id: string) {
  const { data, ...rest } = useQuery<GroupingResponse, FetchError>({
    queryKey: groupingsQueryKeys.detail(id),
    queryFn: () => sdk.client.fetch<GroupingResponse>(`${PATH}/${id}`),
    refetchInterval: ({ state }) =>
      state.data?.grouping.waiting_count ? WHILE_MOVING_MS : false,
  })
  return { ...data, ...rest }
}

function useRefresh() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [
        groupingsQueryKeys.all,
        weekQueryKeys.all,
        bookingsQueryKeys.all,
        calendarQueryKeys.all,
        orderDeliveryQueryKeys.all,
        routesQueryKeys.all,
        auditQueryKeys.all,
      ].map((queryKey) => queryClient.invalidateQueries({ queryKey }))
    )
}

/** Proposes moves for a range of days. */
export function useProposeGrouping() {
  return useMutation<ProposeGroupingResponse, FetchError, ProposeGrouping>({
    mutationFn: (body) =>
      sdk.client.fetch<ProposeGroupingResponse>(PATH, { method: "POST", body }),
    onSuccess: useRefresh(),
  })
}

export type GroupingDecision =
  { kind: "accept"; booking_ids: string[] } | { kind: "dismiss" }

/** Accepts a proposal or puts it aside; answers with what became of it. */
export function useDecideGrouping(id: string) {
  const queryClient = useQueryClient()
  const refresh = useRefresh()
  return useMutation<GroupingResponse, FetchError, GroupingDecision>({
    mutationFn: ({ kind, ...body }) =>
      sdk.client.fetch<GroupingResponse>(`${PATH}/${id}/${kind}`, {
        method: "POST",
        body,
      }),
    onSuccess: (answer) => {
      queryClient.setQueryData(groupingsQueryKeys.detail(id), answer)
      return refresh()
    },
    // It may have been decided elsewhere: show what it is now.
    onError: () => refresh(),
  })
}
