import { useMemo } from "react"

import {
  choicesOf,
  useListState,
  type ListState,
} from "../../../../components/list-table"
import type { AuditQuery } from "../../../../hooks/api/audit"

const PAGE_SIZE = 20
const FILTERS = ["actor_id", "action", "resource_type"] as const

/** The log's query as the URL says it. */
export function useAuditQuery(): { state: ListState; query: AuditQuery } {
  const state = useListState(FILTERS, PAGE_SIZE)
  const { filtering, offset } = state

  const query = useMemo(
    () => ({
      ...Object.fromEntries(
        FILTERS.flatMap((id) => {
          const [value] = choicesOf(filtering[id])
          return value ? [[id, value]] : []
        })
      ),
      limit: PAGE_SIZE,
      offset,
    }),
    [filtering, offset]
  )
  return { state, query }
}
