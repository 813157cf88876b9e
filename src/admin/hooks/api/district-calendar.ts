import { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"

import type { DeliveryCalendarResponse } from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { windowsQueryKeys } from "./windows"

const REFRESH_MS = 30_000

export const districtCalendarQueryKeys = queryKeysFactory("district_calendar")

/**
 * The slots of one district in the days ahead and how full they are. Dated
 * slots follow a change of a window, so it is asked for again with the windows.
 *
 * @param range - days of the shop, inclusive; undefined until they are known
 */
export function useDistrictCalendar(
  districtId: string,
  range: { from: string; to: string } | undefined
) {
  const { data, ...rest } = useQuery<DeliveryCalendarResponse, FetchError>({
    queryKey: [
      ...windowsQueryKeys.all,
      ...districtCalendarQueryKeys.list({ districtId, ...range }),
    ],
    queryFn: () =>
      sdk.client.fetch<DeliveryCalendarResponse>("/admin/delivery/calendar", {
        query: { ...range, district_id: districtId },
      }),
    enabled: range !== undefined,
    refetchInterval: REFRESH_MS,
    // A role may see windows and not deliveries: then no load is shown.
    retry: false,
  })
  return { calendar: data, ...rest }
}
