import { FetchError } from "@medusajs/js-sdk"
import { InfiniteData, useInfiniteQuery } from "@tanstack/react-query"

import type { CustomerTimelineResponse, TimelineKind } from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const customerTimelineQueryKeys = queryKeysFactory("customer_timeline")

const PAGE = 15

/**
 * What a customer did, newest first, page by page.
 *
 * @param kind - only of this kind; everything when null
 */
export function useCustomerTimeline(
  customerId: string,
  kind: TimelineKind | null
) {
  const query = { customerId, kind }
  const { data, ...rest } = useInfiniteQuery<
    CustomerTimelineResponse,
    FetchError,
    InfiniteData<CustomerTimelineResponse>,
    ReturnType<typeof customerTimelineQueryKeys.list>,
    string | null
  >({
    queryKey: customerTimelineQueryKeys.list(query),
    queryFn: ({ pageParam }) =>
      sdk.client.fetch<CustomerTimelineResponse>(
        `/admin/customers/${customerId}/timeline`,
        {
          query: {
            limit: PAGE,
            ...(kind ? { kinds: kind } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        }
      ),
    initialPageParam: null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })
  return { entries: data?.pages.flatMap(({ entries }) => entries), ...rest }
}
