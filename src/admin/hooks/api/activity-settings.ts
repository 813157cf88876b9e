import { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type {
  ActivitySettingsChanges,
  ActivitySettingsResponse,
  CollectedFiguresResponse,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { auditQueryKeys } from "./audit"

const SETTINGS = "/admin/activity/settings"

export const activitySettingsQueryKeys = queryKeysFactory("activity_settings")

/** What is collected, by which rules of consent, and how long it is kept. */
export function useActivitySettings() {
  const { data, ...rest } = useQuery<ActivitySettingsResponse, FetchError>({
    queryKey: activitySettingsQueryKeys.details(),
    queryFn: () => sdk.client.fetch<ActivitySettingsResponse>(SETTINGS),
  })
  return { ...data, ...rest }
}

export function useUpdateActivitySettings() {
  const queryClient = useQueryClient()
  return useMutation<
    ActivitySettingsResponse,
    FetchError,
    ActivitySettingsChanges
  >({
    mutationFn: (body) =>
      sdk.client.fetch<ActivitySettingsResponse>(SETTINGS, {
        method: "POST",
        body,
      }),
    onSuccess: () =>
      Promise.all(
        [activitySettingsQueryKeys.all, auditQueryKeys.all].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey })
        )
      ),
  })
}

/** What was kept and what only counted, on each of the last days. */
export function useCollectedFigures() {
  const { data, ...rest } = useQuery<CollectedFiguresResponse, FetchError>({
    queryKey: activitySettingsQueryKeys.list({ figures: true }),
    queryFn: () =>
      sdk.client.fetch<CollectedFiguresResponse>(`${SETTINGS}/figures`),
    staleTime: 30_000,
  })
  return { days: data?.days, ...rest }
}
