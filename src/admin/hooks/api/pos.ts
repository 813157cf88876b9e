import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  AdminOrderPosResponse,
  CheckPosConnectionResponse,
  ListPosAdaptersResponse,
  ListPosConnectionsResponse,
  PosConnectionResponse,
  PosConnectionSettings,
  SyncPosConnectionResponse,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const PATH = "/admin/pos/connections"
/** Health changes by itself: a page that shows it asks again. */
const REFRESH_MS = 15_000

export type PosConnectionsQuery = {
  q?: string
  limit?: number
  offset?: number
}

export type PosConnectionInput = {
  name: string
  base_url: string
  /** Left out, the stored ones stay. */
  credentials?: Record<string, string>
  sales_channel_id: string
  stock_location_id: string | null
  settings: Partial<PosConnectionSettings>
}

export const posConnectionsQueryKeys = queryKeysFactory("pos_connections")
export const posAdaptersQueryKeys = queryKeysFactory("pos_adapters")
export const orderPosQueryKeys = queryKeysFactory("order_pos")

/** What can be connected; part of the program, so asked once. */
export function usePosAdapters() {
  const { data, ...rest } = useQuery<ListPosAdaptersResponse, FetchError>({
    queryKey: posAdaptersQueryKeys.all,
    queryFn: () =>
      sdk.client.fetch<ListPosAdaptersResponse>("/admin/pos/adapters"),
    staleTime: Infinity,
  })
  return { ...data, ...rest }
}

export function usePosConnections(query: PosConnectionsQuery) {
  const { data, ...rest } = useQuery<ListPosConnectionsResponse, FetchError>({
    queryKey: posConnectionsQueryKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListPosConnectionsResponse>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
  return { ...data, ...rest }
}

export function usePosConnection(id: string) {
  const { data, ...rest } = useQuery<PosConnectionResponse, FetchError>({
    queryKey: posConnectionsQueryKeys.detail(id),
    queryFn: () => sdk.client.fetch<PosConnectionResponse>(`${PATH}/${id}`),
    refetchInterval: REFRESH_MS,
  })
  return { ...data, ...rest }
}

function useRefreshPos() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [posConnectionsQueryKeys.all, orderPosQueryKeys.all].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey })
      )
    )
}

export function useCreatePosConnection() {
  return useMutation<
    PosConnectionResponse,
    FetchError,
    PosConnectionInput & { adapter: string }
  >({
    mutationFn: (body) =>
      sdk.client.fetch<PosConnectionResponse>(PATH, { method: "POST", body }),
    onSuccess: useRefreshPos(),
  })
}

export function useUpdatePosConnection() {
  return useMutation<
    PosConnectionResponse,
    FetchError,
    { id: string; is_paused?: boolean } & Partial<PosConnectionInput>
  >({
    mutationFn: ({ id, ...body }) =>
      sdk.client.fetch<PosConnectionResponse>(`${PATH}/${id}`, {
        method: "POST",
        body,
      }),
    onSuccess: useRefreshPos(),
  })
}

export function useDeletePosConnection() {
  const queryClient = useQueryClient()
  return useMutation<unknown, FetchError, string>({
    mutationFn: (id) => sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: (_, id) => {
      // The deleted connection's page is still mounted and would ask for it again.
      queryClient.removeQueries({
        queryKey: posConnectionsQueryKeys.detail(id),
      })
      return queryClient.invalidateQueries({
        queryKey: posConnectionsQueryKeys.lists(),
      })
    },
  })
}

/** Calls the vendor to see whether the connection works. */
export function useCheckPosConnection() {
  return useMutation<CheckPosConnectionResponse, FetchError, string>({
    mutationFn: (id) =>
      sdk.client.fetch<CheckPosConnectionResponse>(`${PATH}/${id}/check`, {
        method: "POST",
      }),
    onSettled: useRefreshPos(),
  })
}

/** Reads the vendor's catalogue now. */
export function useSyncPosConnection() {
  return useMutation<SyncPosConnectionResponse, FetchError, string>({
    mutationFn: (id) =>
      sdk.client.fetch<SyncPosConnectionResponse>(`${PATH}/${id}/sync`, {
        method: "POST",
      }),
    onSettled: useRefreshPos(),
  })
}

/** How an order stands at each POS of its sales channel. */
export function useOrderPos(orderId: string) {
  const { data, ...rest } = useQuery<AdminOrderPosResponse, FetchError>({
    queryKey: orderPosQueryKeys.detail(orderId),
    queryFn: () =>
      sdk.client.fetch<AdminOrderPosResponse>(`/admin/orders/${orderId}/pos`),
    refetchInterval: REFRESH_MS,
  })
  return { ...data, ...rest }
}

/** Sends an order to its POS that was given up, held or skipped. */
export function useSendPosOrder(orderId: string) {
  return useMutation<AdminOrderPosResponse, FetchError, string>({
    mutationFn: (id) =>
      sdk.client.fetch<AdminOrderPosResponse>(
        `/admin/orders/${orderId}/pos/${id}/send`,
        { method: "POST" }
      ),
    onSettled: useRefreshPos(),
  })
}
