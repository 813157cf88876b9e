import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  AdminDriver,
  CreateDriver,
  DriverResponse,
  ListDriversResponse,
  UpdateDriver,
} from "../../../sdk/types"
import { fetchAll } from "../../lib/fetch-all"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const PATH = "/admin/delivery/drivers"

export type DriversQuery = { q?: string; limit?: number; offset?: number }

export const driversQueryKeys = queryKeysFactory("drivers")

export function useDrivers(query: DriversQuery = {}) {
  const { data, ...rest } = useQuery<ListDriversResponse, FetchError>({
    queryKey: driversQueryKeys.list(query),
    queryFn: () => sdk.client.fetch<ListDriversResponse>(PATH, { query }),
    placeholderData: keepPreviousData,
  })
  return { ...data, ...rest }
}

/** Everybody who can be given a route. */
export function useActiveDrivers() {
  const { data, ...rest } = useQuery<AdminDriver[], FetchError>({
    queryKey: driversQueryKeys.list({ is_active: true, all: true }),
    queryFn: () =>
      fetchAll<ListDriversResponse, AdminDriver>(
        PATH,
        { is_active: "true" },
        (answer) => answer.drivers
      ),
  })
  return { drivers: data, ...rest }
}

export function useDriver(id: string) {
  const { data, ...rest } = useQuery<DriverResponse, FetchError>({
    queryKey: driversQueryKeys.detail(id),
    queryFn: () => sdk.client.fetch<DriverResponse>(`${PATH}/${id}`),
  })
  return { ...data, ...rest }
}

function useRefreshDrivers() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: driversQueryKeys.all })
}

export function useCreateDriver() {
  return useMutation<DriverResponse, FetchError, CreateDriver>({
    mutationFn: (body) =>
      sdk.client.fetch<DriverResponse>(PATH, { method: "POST", body }),
    onSuccess: useRefreshDrivers(),
  })
}

export function useUpdateDriver(id: string) {
  return useMutation<DriverResponse, FetchError, UpdateDriver>({
    mutationFn: (body) =>
      sdk.client.fetch<DriverResponse>(`${PATH}/${id}`, {
        method: "POST",
        body,
      }),
    onSuccess: useRefreshDrivers(),
  })
}

export function useDeleteDriver() {
  return useMutation<unknown, FetchError, string>({
    mutationFn: (id) => sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: useRefreshDrivers(),
  })
}
