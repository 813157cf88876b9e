import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  AdminDistrict,
  DistrictBoundary,
  ImportDistrictsResponse,
  ListDistrictsResponse,
} from "../../../sdk/types"
import type { FeatureCollection } from "../../lib/geojson"
import { fetchAll } from "../../lib/fetch-all"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { windowsQueryKeys } from "./windows"

const PATH = "/admin/delivery/districts"

export type DistrictsQuery = { q?: string; limit?: number; offset?: number }

export type DistrictInput = {
  name: string
  /** The smallest number wins where districts overlap. */
  priority: number
  is_active: boolean
  aliases: string[]
  postal_codes: string[]
  boundary: DistrictBoundary | null
}

/** What deliveries to a district cost beside their windows, and what they take. */
export type DistrictRates = Pick<
  AdminDistrict,
  "stop_minutes" | "rates" | "cash_limit"
>

type DistrictResponse = { district: AdminDistrict }

export const districtsQueryKeys = queryKeysFactory("districts")

export function useDistricts(
  query: DistrictsQuery = {},
  options: { enabled?: boolean } = {}
) {
  const { data, ...rest } = useQuery<ListDistrictsResponse, FetchError>({
    queryKey: districtsQueryKeys.list(query),
    queryFn: () => sdk.client.fetch<ListDistrictsResponse>(PATH, { query }),
    placeholderData: keepPreviousData,
    ...options,
  })
  return { ...data, ...rest }
}

/** Every district, for choosing among them. */
export function useAllDistricts() {
  const { data, ...rest } = useQuery<AdminDistrict[], FetchError>({
    queryKey: districtsQueryKeys.list({ all: true }),
    queryFn: () =>
      fetchAll<ListDistrictsResponse, AdminDistrict>(
        PATH,
        {},
        (answer) => answer.districts
      ),
  })
  return { districts: data, ...rest }
}

export function useDistrict(id: string) {
  const { data, ...rest } = useQuery<DistrictResponse, FetchError>({
    queryKey: districtsQueryKeys.detail(id),
    queryFn: () => sdk.client.fetch<DistrictResponse>(`${PATH}/${id}`),
  })
  return { ...data, ...rest }
}

function useRefreshDistricts() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [districtsQueryKeys.all, windowsQueryKeys.all].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey })
      )
    )
}

export function useCreateDistrict() {
  return useMutation<DistrictResponse, FetchError, DistrictInput>({
    mutationFn: (body) =>
      sdk.client.fetch<DistrictResponse>(PATH, { method: "POST", body }),
    onSuccess: useRefreshDistricts(),
  })
}

export function useUpdateDistrict(id: string) {
  return useMutation<
    DistrictResponse,
    FetchError,
    Partial<DistrictInput & DistrictRates>
  >({
    mutationFn: (body) =>
      sdk.client.fetch<DistrictResponse>(`${PATH}/${id}`, {
        method: "POST",
        body,
      }),
    onSuccess: useRefreshDistricts(),
  })
}

export function useDeleteDistrict() {
  const queryClient = useQueryClient()
  return useMutation<unknown, FetchError, string>({
    mutationFn: (id) => sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: (_, id) => {
      // The deleted district's page is still mounted and would ask for it again.
      queryClient.removeQueries({ queryKey: districtsQueryKeys.detail(id) })
      return Promise.all(
        [districtsQueryKeys.lists(), windowsQueryKeys.all].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey })
        )
      )
    },
  })
}

export function useImportDistricts() {
  return useMutation<
    ImportDistrictsResponse,
    FetchError,
    { feature_collection: FeatureCollection; name_property: string }
  >({
    mutationFn: (body) =>
      sdk.client.fetch<ImportDistrictsResponse>(`${PATH}/import`, {
        method: "POST",
        body,
      }),
    onSuccess: useRefreshDistricts(),
  })
}

/** Fetches all districts as a GeoJSON file. A plain link could not sign in. */
export function useExportDistricts() {
  return useMutation<Blob, FetchError, void>({
    mutationFn: async () => {
      const collection = await sdk.client.fetch<unknown>(`${PATH}/export`)
      return new Blob([JSON.stringify(collection, null, 2)], {
        type: "application/geo+json",
      })
    },
  })
}
