import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type { AdminOrderPositionResponse, MapPoint } from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export const orderPositionQueryKeys = queryKeysFactory("order_position")

const pathOf = (orderId: string) => `/admin/orders/${orderId}/delivery-position`

/** Where an order is delivered to, and how that is known. */
export function useOrderPosition(orderId: string) {
  const { data, ...rest } = useQuery<AdminOrderPositionResponse, FetchError>({
    queryKey: orderPositionQueryKeys.detail(orderId),
    queryFn: () =>
      sdk.client.fetch<AdminOrderPositionResponse>(pathOf(orderId)),
    staleTime: 10_000,
  })
  return { ...data, ...rest }
}

/** Puts a pin; Medusa's own order page shows what changed of the address, too. */
export function useSetOrderPosition(orderId: string) {
  const queryClient = useQueryClient()
  return useMutation<AdminOrderPositionResponse, FetchError, MapPoint>({
    mutationFn: (body) =>
      sdk.client.fetch<AdminOrderPositionResponse>(pathOf(orderId), {
        method: "POST",
        body,
      }),
    onSuccess: () =>
      Promise.all(
        [orderPositionQueryKeys.detail(orderId), ["orders"]].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey })
        )
      ),
  })
}
