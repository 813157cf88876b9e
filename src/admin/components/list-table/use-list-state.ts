import type {
  DataTableFilteringState,
  DataTablePaginationState,
} from "@medusajs/ui"
import { useCallback, useMemo } from "react"
import { useSearchParams } from "react-router-dom"

type Change = Record<string, string | null>

/** What a list shows, kept in the URL so that it can be shared and reloaded. */
export type ListState = {
  q: string
  offset: number
  filtering: DataTableFilteringState
  pagination: DataTablePaginationState
  /** Sets or (with null) removes parameters and goes back to the first page. */
  change: (change: Change) => void
  onSearchChange: (q: string) => void
  onFilteringChange: (state: DataTableFilteringState) => void
  onPaginationChange: (state: DataTablePaginationState) => void
}

function parseFilter(raw: string): unknown {
  try {
    const value = JSON.parse(raw) as unknown
    // A number or a boolean written by hand is meant as text.
    return typeof value === "object" ? value : raw
  } catch (error) {
    if (error instanceof SyntaxError) {
      return raw
    }
    throw error
  }
}

/** The texts of a multiple-choice filter; anything else in the URL is ignored. */
export function choicesOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.filter(
    (item): item is string => typeof item === "string" && item !== ""
  )
}

/**
 * Reads and writes a list's search, filters and page in the URL.
 *
 * @param filterIds - the parameters that are filters
 * @param prefix - for a page with more than one list
 */
export function useListState(
  filterIds: readonly string[],
  pageSize: number,
  prefix = ""
): ListState {
  const [params, setParams] = useSearchParams()
  const name = useCallback((key: string) => `${prefix}${key}`, [prefix])

  const change = useCallback(
    (values: Change) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          next.delete(name("offset"))
          for (const [key, value] of Object.entries(values)) {
            if (value === null || value === "") {
              next.delete(name(key))
            } else {
              next.set(name(key), value)
            }
          }
          return next
        },
        { replace: true }
      )
    },
    [name, setParams]
  )

  const offset = Math.max(0, Number(params.get(name("offset"))) || 0)
  const filtering = useMemo(() => {
    const entries = filterIds.flatMap((id) => {
      const raw = params.get(name(id))
      return raw === null ? [] : [[id, parseFilter(raw)] as const]
    })
    return Object.fromEntries(entries)
  }, [filterIds, name, params])

  return {
    q: params.get(name("q")) ?? "",
    offset,
    filtering,
    pagination: { pageIndex: Math.floor(offset / pageSize), pageSize },
    change,
    onSearchChange: (q) => change({ q }),
    onFilteringChange: (state) =>
      change(
        Object.fromEntries(
          filterIds.map((id) => [
            id,
            state[id] === undefined ? null : toText(state[id]),
          ])
        )
      ),
    onPaginationChange: ({ pageIndex }) =>
      change({ offset: pageIndex > 0 ? String(pageIndex * pageSize) : null }),
  }
}

function toText(value: unknown): string {
  return typeof value === "string" && value !== ""
    ? value
    : JSON.stringify(value)
}
