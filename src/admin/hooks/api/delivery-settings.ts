import { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"

import type { DeliverySettingsResponse } from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export const deliverySettingsQueryKeys = queryKeysFactory("delivery-settings")

/** What the deployment decided about deliveries; asked once. */
export function useDeliverySettings() {
  const { data, ...rest } = useQuery<DeliverySettingsResponse, FetchError>({
    queryKey: deliverySettingsQueryKeys.all,
    queryFn: () =>
      sdk.client.fetch<DeliverySettingsResponse>("/admin/delivery/settings"),
    staleTime: Infinity,
  })
  return { settings: data?.settings, ...rest }
}
