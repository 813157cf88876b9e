import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type {
  AdminGeocoderResponse,
  AdminMapSettingsResponse,
  CheckGeocoderBody,
  CheckGeocoderResponse,
  ExplainDistrictResponse,
  MapPoint,
  SaveGeocoderBody,
  SaveMapSettingsBody,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const MAP = "/admin/delivery/map-settings"
const GEOCODER = "/admin/delivery/geocoder"

export const mapQueryKeys = queryKeysFactory("delivery_map")
export const geocoderQueryKeys = queryKeysFactory("delivery_geocoder")

/** What lies behind the districts on a map, and where the shop is. */
export function useMapSettings() {
  const { data, ...rest } = useQuery<AdminMapSettingsResponse, FetchError>({
    queryKey: mapQueryKeys.all,
    queryFn: () => sdk.client.fetch<AdminMapSettingsResponse>(MAP),
  })
  return { ...data, ...rest }
}

export function useSaveMapSettings() {
  const queryClient = useQueryClient()
  return useMutation<AdminMapSettingsResponse, FetchError, SaveMapSettingsBody>(
    {
      mutationFn: (body) =>
        sdk.client.fetch<AdminMapSettingsResponse>(MAP, {
          method: "POST",
          body,
        }),
      onSuccess: () =>
        queryClient.invalidateQueries({ queryKey: mapQueryKeys.all }),
    }
  )
}

export function useGeocoder() {
  const { data, ...rest } = useQuery<AdminGeocoderResponse, FetchError>({
    queryKey: geocoderQueryKeys.all,
    queryFn: () => sdk.client.fetch<AdminGeocoderResponse>(GEOCODER),
  })
  return { ...data, ...rest }
}

export function useSaveGeocoder() {
  const queryClient = useQueryClient()
  return useMutation<AdminGeocoderResponse, FetchError, SaveGeocoderBody>({
    mutationFn: (body) =>
      sdk.client.fetch<AdminGeocoderResponse>(GEOCODER, {
        method: "POST",
        body,
      }),
    onSuccess: () =>
      queryClient.invalidateQueries({ queryKey: geocoderQueryKeys.all }),
  })
}

/** Looks an address up with the saved geocoder. */
export function useCheckGeocoder() {
  return useMutation<CheckGeocoderResponse, FetchError, CheckGeocoderBody>({
    mutationFn: (body) =>
      sdk.client.fetch<CheckGeocoderResponse>(`${GEOCODER}/check`, {
        method: "POST",
        body,
      }),
  })
}

/** Which district a point is in, and why. */
export function useExplainPoint() {
  return useMutation<ExplainDistrictResponse, FetchError, MapPoint>({
    mutationFn: ({ lat, lng }) =>
      sdk.client.fetch<ExplainDistrictResponse>(
        "/admin/delivery/districts/resolve",
        { query: { lat, lng } }
      ),
  })
}
