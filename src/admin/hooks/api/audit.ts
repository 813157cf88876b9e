import { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useQuery } from "@tanstack/react-query"

import type { ListAuditResponse } from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export type AuditQuery = {
  actor_id?: string
  action?: string
  resource_type?: string
  resource_id?: string
  limit?: number
  offset?: number
}

export const auditQueryKeys = queryKeysFactory("audit")

/** Who did what, newest first. */
export function useAuditEntries(query: AuditQuery) {
  const { data, ...rest } = useQuery<ListAuditResponse, FetchError>({
    queryKey: auditQueryKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListAuditResponse>("/admin/audit-entries", { query }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  return { ...data, ...rest }
}
