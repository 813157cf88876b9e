import { FetchError } from "@medusajs/js-sdk"
import { InfiniteData, useInfiniteQuery, useQuery } from "@tanstack/react-query"

import type { ListActivityEventsResponse } from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const PAGE = 50
/** While only the newest events are shown, they are asked for again. */
const REFRESH_MS = 10_000

export type ActivityEventsQuery = {
  event?: string
  anonymous_id?: string
  customer_id?: string
  /** Instants: `from` inclusive, `to` exclusive. */
  from?: string
  to?: string
}

export const activityEventsQueryKeys = queryKeysFactory("activity_events")
export const customerNamesQueryKeys = queryKeysFactory("customer_names")

/**
 * Collected events, newest first, page by page.
 *
 * @param query - null while it is not known what to ask for
 */
export function useActivityEvents(query: ActivityEventsQuery | null) {
  const { data, ...rest } = useInfiniteQuery<
    ListActivityEventsResponse,
    FetchError,
    InfiniteData<ListActivityEventsResponse>,
    ReturnType<typeof activityEventsQueryKeys.list>,
    string | null
  >({
    queryKey: activityEventsQueryKeys.list(query ?? {}),
    queryFn: ({ pageParam }) =>
      sdk.client.fetch<ListActivityEventsResponse>("/admin/activity/events", {
        query: {
          ...query,
          limit: PAGE,
          ...(pageParam ? { cursor: pageParam } : {}),
        },
      }),
    initialPageParam: null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    enabled: query !== null,
    // Who reads older pages is not to have them move.
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) > 1 ? false : REFRESH_MS,
  })
  return { events: data?.pages.flatMap(({ events }) => events), ...rest }
}

/** Names of customers by id; those that cannot be asked for have none. */
export function useCustomerNames(ids: readonly string[]): Map<string, string> {
  const wanted = [...new Set(ids)].sort()
  const { data } = useQuery<[string, string][], FetchError>({
    queryKey: customerNamesQueryKeys.list({ ids: wanted }),
    queryFn: async () => {
      const { customers } = await sdk.admin.customer.list({
        id: wanted,
        limit: wanted.length,
        fields: "id,email,first_name,last_name",
      })
      return customers.map(({ id, email, first_name, last_name }) => [
        id,
        [first_name, last_name].filter(Boolean).join(" ") || email,
      ])
    },
    enabled: wanted.length > 0,
    placeholderData: (previous) => previous,
    staleTime: 60_000,
    // A role may see events and not customers: then ids stand for names.
    retry: false,
  })
  return new Map(data)
}
