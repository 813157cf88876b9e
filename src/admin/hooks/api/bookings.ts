import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  AdminBooking,
  BookingStatus,
  ListBookingsResponse,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { auditQueryKeys } from "./audit"
import { orderDeliveryQueryKeys } from "./order-delivery"

export type BookingsQuery = {
  /** First and last day, `YYYY-MM-DD`, both included. */
  date_from?: string
  date_to?: string
  status?: BookingStatus[]
  district_id?: string[]
  /** Order number. */
  q?: string
  limit?: number
  offset?: number
}

export const bookingsQueryKeys = queryKeysFactory("bookings")

/** Deliveries of a span of days, in the order they are driven. */
export function useBookings(
  query: BookingsQuery,
  options: { enabled?: boolean; refetchInterval?: number } = {}
) {
  const { data, ...rest } = useQuery<ListBookingsResponse, FetchError>({
    queryKey: bookingsQueryKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListBookingsResponse>("/admin/delivery/bookings", {
        query,
      }),
    placeholderData: keepPreviousData,
    // Others mark deliveries too; what is shown must not be minutes old.
    staleTime: 10_000,
    ...options,
  })
  return { ...data, ...rest }
}

/** Says that a booking's order has reached its customer. */
export function useMarkBookingDelivered() {
  const queryClient = useQueryClient()
  return useMutation<{ booking: AdminBooking }, FetchError, string>({
    mutationFn: (id) =>
      sdk.client.fetch<{ booking: AdminBooking }>(
        `/admin/delivery/bookings/${id}/delivered`,
        { method: "POST" }
      ),
    onSuccess: () =>
      Promise.all(
        [
          bookingsQueryKeys.all,
          orderDeliveryQueryKeys.all,
          auditQueryKeys.all,
          // Medusa's own order page shows the fulfillment's state.
          ["orders"],
        ].map((queryKey) => queryClient.invalidateQueries({ queryKey }))
      ),
  })
}
