import type { HttpTypes } from "@medusajs/framework/types"
import { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"

import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const SHOWN = 6
const REFRESH_MS = 30_000
/** What a row shows; Medusa calculates totals only for these. */
const FIELDS =
  "id,display_id,created_at,total,currency_code,payment_status,email,*customer"

const todaysOrdersQueryKeys = queryKeysFactory("todays_orders")

/**
 * Orders since an instant, newest first, with how many there are. The
 * dashboard exports no hook for lists of orders.
 */
export function useTodaysOrders(since: Date) {
  const query = {
    created_at: { $gte: since.toISOString() },
    limit: SHOWN,
    order: "-created_at",
    fields: FIELDS,
  }
  const { data, ...rest } = useQuery<
    HttpTypes.AdminOrderListResponse,
    FetchError
  >({
    queryKey: todaysOrdersQueryKeys.list(query),
    queryFn: () => sdk.admin.order.list(query),
    refetchInterval: REFRESH_MS,
  })
  return { ...data, ...rest }
}
