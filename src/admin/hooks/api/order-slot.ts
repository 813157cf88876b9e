import { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type {
  AdminOrderSlotResponse,
  AdminOrderSlotsResponse,
  AdminSetOrderSlotRequest,
  OrdersWithoutSlotResponse,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { auditQueryKeys } from "./audit"
import { bookingsQueryKeys } from "./bookings"
import { orderDeliveryQueryKeys } from "./order-delivery"

export const orderSlotQueryKeys = queryKeysFactory("order_slot")
export const ordersWithoutSlotQueryKeys = queryKeysFactory(
  "orders_without_slot"
)

const slotPath = (orderId: string) => `/admin/orders/${orderId}/delivery-slot`

/** The slot of an order or a draft, and whether it should have one. */
export function useOrderSlot(orderId: string) {
  const { data, ...rest } = useQuery<AdminOrderSlotResponse, FetchError>({
    queryKey: orderSlotQueryKeys.detail(orderId),
    queryFn: () => sdk.client.fetch<AdminOrderSlotResponse>(slotPath(orderId)),
    staleTime: 10_000,
  })
  return { orderSlot: data, ...rest }
}

/** The slots that can be chosen for an order; asked for when somebody chooses. */
export function useOrderSlots(orderId: string, enabled: boolean) {
  const { data, ...rest } = useQuery<AdminOrderSlotsResponse, FetchError>({
    queryKey: orderSlotQueryKeys.list({ orderId }),
    queryFn: () =>
      sdk.client.fetch<AdminOrderSlotsResponse>(
        `/admin/orders/${orderId}/delivery-slots`
      ),
    enabled,
    // Places come and go while somebody looks.
    staleTime: 0,
  })
  return { orderSlots: data, ...rest }
}

/** Chooses a slot for an order, or moves it into another one. */
export function useSetOrderSlot(orderId: string) {
  return useSlotMutation<AdminSetOrderSlotRequest>((body) =>
    sdk.client.fetch<AdminOrderSlotResponse>(slotPath(orderId), {
      method: "POST",
      body,
    })
  )
}

/** Takes the slot from an order. */
export function useReleaseOrderSlot(orderId: string) {
  return useSlotMutation<void>(() =>
    sdk.client.fetch<AdminOrderSlotResponse>(slotPath(orderId), {
      method: "DELETE",
    })
  )
}

function useSlotMutation<TInput>(
  mutationFn: (input: TInput) => Promise<AdminOrderSlotResponse>
) {
  const queryClient = useQueryClient()
  return useMutation<AdminOrderSlotResponse, FetchError, TInput>({
    mutationFn,
    // Also when it was refused: somebody else may have taken the place.
    onSettled: () =>
      Promise.all(
        [
          orderSlotQueryKeys.all,
          ordersWithoutSlotQueryKeys.all,
          orderDeliveryQueryKeys.all,
          bookingsQueryKeys.all,
          auditQueryKeys.all,
          // Medusa's own: a draft's total follows its slot.
          ["orders"],
          ["draft-orders"],
        ].map((queryKey) => queryClient.invalidateQueries({ queryKey }))
      ),
  })
}

/** Placed orders that are to be delivered by district and have no slot. */
export function useOrdersWithoutSlot(options: { refetchInterval: number }) {
  const { data, ...rest } = useQuery<OrdersWithoutSlotResponse, FetchError>({
    queryKey: ordersWithoutSlotQueryKeys.all,
    queryFn: () =>
      sdk.client.fetch<OrdersWithoutSlotResponse>(
        "/admin/delivery/orders-without-slot"
      ),
    ...options,
  })
  return { ...data, ...rest }
}
