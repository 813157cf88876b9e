import { useCallback, useMemo } from "react"
import { useSearchParams } from "react-router-dom"

import { EventFilters, readFilters, writeFilters } from "./event-filters"

/** The filters, kept in the URL so that a list can be shared and reloaded. */
export function useEventFilters(): {
  filters: EventFilters
  change: (changes: Partial<EventFilters>) => void
} {
  const [params, setParams] = useSearchParams()
  const change = useCallback(
    (changes: Partial<EventFilters>) =>
      setParams((current) => writeFilters(current, changes), { replace: true }),
    [setParams]
  )
  return { filters: useMemo(() => readFilters(params), [params]), change }
}
