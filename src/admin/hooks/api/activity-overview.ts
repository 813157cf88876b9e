import { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useQuery } from "@tanstack/react-query"

import type { ActivityOverviewResponse } from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

/** Events are counted once a minute. */
const REFRESH_MS = 60_000

const overviewQueryKeys = queryKeysFactory("activity_overview")

/**
 * What visitors did on some days of the shop.
 *
 * @param span - both days are included; null for the last thirty
 */
export function useActivityOverview(span: { from: string; to: string } | null) {
  const { data, ...rest } = useQuery<ActivityOverviewResponse, FetchError>({
    queryKey: overviewQueryKeys.list(span ?? {}),
    queryFn: () =>
      sdk.client.fetch<ActivityOverviewResponse>("/admin/activity/overview", {
        query: span ?? {},
      }),
    placeholderData: keepPreviousData,
    staleTime: REFRESH_MS / 2,
    refetchInterval: REFRESH_MS,
  })
  return { overview: data?.overview, ...rest }
}
