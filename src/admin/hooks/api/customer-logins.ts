import { FetchError } from "@medusajs/js-sdk"
import { InfiniteData, useInfiniteQuery } from "@tanstack/react-query"

import type {
  ListCustomerLoginsResponse,
  ListCustomerVisitsResponse,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const customerLoginsQueryKeys = queryKeysFactory("customer_logins")
const customerVisitsQueryKeys = queryKeysFactory("customer_visits")

/** Few at first: others stand on the page too. */
const FIRST = 3
const MORE = 10

type Page = { next_cursor: string | null }

/** Pages of something of a customer, newest first. */
function usePages<Answer extends Page>(
  queryKey: readonly unknown[],
  path: string
) {
  return useInfiniteQuery<
    Answer,
    FetchError,
    InfiniteData<Answer>,
    readonly unknown[],
    string | null
  >({
    queryKey,
    queryFn: ({ pageParam }) =>
      sdk.client.fetch<Answer>(path, {
        query: pageParam
          ? { limit: MORE, cursor: pageParam }
          : { limit: FIRST },
      }),
    initialPageParam: null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })
}

/** A customer's log-ins, and how often she logs in. */
export function useCustomerLogins(customerId: string) {
  const { data, ...rest } = usePages<ListCustomerLoginsResponse>(
    customerLoginsQueryKeys.list({ customerId }),
    `/admin/customers/${customerId}/logins`
  )
  return {
    logins: data?.pages.flatMap(({ logins }) => logins),
    summary: data?.pages[0]?.summary,
    ...rest,
  }
}

/** A customer's visits to the shop, on each of her devices. */
export function useCustomerVisits(customerId: string) {
  const { data, ...rest } = usePages<ListCustomerVisitsResponse>(
    customerVisitsQueryKeys.list({ customerId }),
    `/admin/customers/${customerId}/visits`
  )
  return { visits: data?.pages.flatMap(({ visits }) => visits), ...rest }
}
