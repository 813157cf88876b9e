import { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"

import type { AdminOrderDeliveryResponse } from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export const orderDeliveryQueryKeys = queryKeysFactory("order_delivery")

/** The slot and state of an order's delivery; null when it has none. */
export function useOrderDelivery(orderId: string) {
  const { data, ...rest } = useQuery<AdminOrderDeliveryResponse, FetchError>({
    queryKey: orderDeliveryQueryKeys.detail(orderId),
    queryFn: () =>
      sdk.client.fetch<AdminOrderDeliveryResponse>(
        `/admin/orders/${orderId}/delivery`
      ),
    staleTime: 10_000,
  })
  return { ...data, ...rest }
}
