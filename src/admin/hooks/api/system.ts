import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  ListOutboxResponse,
  SystemHealthResponse,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const HEALTH_INTERVAL_MS = 10_000

export type OutboxQuery = {
  status?: string
  limit?: number
  offset?: number
}

export const systemQueryKeys = queryKeysFactory("system")
export const outboxQueryKeys = queryKeysFactory("outbox")

type HealthOptions = { refetchInterval?: number | false; staleTime?: number }

/**
 * Health of everything the shop stands on.
 *
 * @param options - how often to ask, in milliseconds; every ten seconds unless
 *   told otherwise
 */
export function useSystemHealth(options: HealthOptions = {}) {
  const { data, ...rest } = useQuery<SystemHealthResponse, FetchError>({
    queryKey: systemQueryKeys.detail("health"),
    queryFn: () =>
      sdk.client.fetch<SystemHealthResponse>("/admin/system/health"),
    refetchInterval: HEALTH_INTERVAL_MS,
    staleTime: HEALTH_INTERVAL_MS / 2,
    ...options,
  })
  return { health: data, ...rest }
}

export function useOutboxMessages(query: OutboxQuery) {
  const { data, ...rest } = useQuery<ListOutboxResponse, FetchError>({
    queryKey: outboxQueryKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListOutboxResponse>("/admin/system/outbox", { query }),
    placeholderData: keepPreviousData,
    staleTime: HEALTH_INTERVAL_MS / 2,
    refetchInterval: HEALTH_INTERVAL_MS,
  })
  return { ...data, ...rest }
}

function useRefreshSystem() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [systemQueryKeys.all, outboxQueryKeys.all].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey })
      )
    )
}

/** Runs the reconcilers at once instead of at their next turn. */
export function useRunReconcilers() {
  return useMutation<unknown, FetchError, void>({
    mutationFn: () =>
      sdk.client.fetch("/admin/system/reconcile", { method: "POST" }),
    onSuccess: useRefreshSystem(),
  })
}

/** Queues a failed message once more. */
export function useReplayOutboxMessage() {
  return useMutation<unknown, FetchError, string>({
    mutationFn: (id) =>
      sdk.client.fetch(`/admin/system/outbox/${id}/replay`, { method: "POST" }),
    onSuccess: useRefreshSystem(),
  })
}
