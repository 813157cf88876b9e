import {
  DataTable,
  type DataTableColumnDef,
  type DataTableCommand,
  type DataTableEmptyStateProps,
  type DataTableFilter,
  type DataTableRow,
  type DataTableRowSelectionState,
  Heading,
  Text,
  useDataTable,
} from "@medusajs/ui"
import type { ReactNode } from "react"
import { useNavigate } from "react-router-dom"

import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { ListCards } from "./list-cards"
import type { ListState } from "./use-list-state"

export type RowSelection<TData> = {
  state: DataTableRowSelectionState
  onRowSelectionChange: (state: DataTableRowSelectionState) => void
  enableRowSelection?: (row: DataTableRow<TData>) => boolean
}

export type ListTableProps<TData extends { id: string }> = {
  heading: string
  headingLevel?: "h1" | "h2"
  subHeading?: string
  data: TData[] | undefined
  columns: DataTableColumnDef<TData>[]
  count: number | undefined
  state: ListState
  isLoading: boolean
  /** What a row is on a phone, where columns have no room. */
  renderCard: (row: TData) => ReactNode
  rowHref?: (row: TData) => string | null
  filters?: DataTableFilter[]
  searchPlaceholder?: string
  /** Buttons beside the heading. */
  actions?: ReactNode
  /** Controls below the heading, for what is always filtered. */
  controls?: ReactNode
  commands?: DataTableCommand[]
  rowSelection?: RowSelection<TData>
  emptyState: DataTableEmptyStateProps
}

/**
 * A list as Medusa's own pages show it, with two differences: below 768 px rows
 * become cards, and the bar of chosen rows is translated.
 */
export function ListTable<TData extends { id: string }>({
  heading,
  headingLevel = "h1",
  subHeading,
  data = [],
  columns,
  count = 0,
  state,
  isLoading,
  renderCard,
  rowHref,
  filters,
  searchPlaceholder,
  actions,
  controls,
  commands,
  rowSelection,
  emptyState,
}: ListTableProps<TData>) {
  const { host } = useCornerstoreTranslation()
  const navigate = useNavigate()

  const instance = useDataTable({
    data,
    columns,
    rowCount: count,
    getRowId: (row) => row.id,
    isLoading,
    filters,
    commands,
    rowSelection,
    // One change of the URL at a time: `state` goes to the first page itself.
    autoResetPageIndex: false,
    pagination: {
      state: state.pagination,
      onPaginationChange: state.onPaginationChange,
    },
    filtering: filters && {
      state: state.filtering,
      onFilteringChange: state.onFilteringChange,
    },
    search: searchPlaceholder
      ? { state: state.q, onSearchChange: state.onSearchChange }
      : undefined,
    onRowClick: rowHref
      ? (event, row) => {
          const href = rowHref(row)
          if (href && !isOnControl(event.target)) {
            void navigate(href)
          }
        }
      : undefined,
  })

  const tools = (filters || searchPlaceholder) && (
    <div className="flex grow items-center justify-end gap-2 md:grow-0">
      {filters && (
        <DataTable.FilterMenu tooltip={host("filters.filterLabel")} />
      )}
      {searchPlaceholder && (
        <div className="grow md:w-56 md:grow-0">
          <DataTable.Search
            placeholder={searchPlaceholder}
            aria-label={searchPlaceholder}
          />
        </div>
      )}
    </div>
  )

  return (
    <DataTable instance={instance}>
      <DataTable.Toolbar
        className="flex flex-col items-stretch gap-3 !px-4 md:!px-6"
        translations={{ clearAll: host("actions.clearAll") }}
      >
        <div className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <div className="min-w-0 grow basis-60">
            <Heading level={headingLevel}>{heading}</Heading>
            {subHeading && (
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {subHeading}
              </Text>
            )}
          </div>
          {!controls && tools}
          {actions && (
            <div className="flex flex-wrap items-center gap-2">{actions}</div>
          )}
        </div>
        {controls && (
          <div className="flex w-full flex-wrap items-center justify-between gap-2">
            <div className="flex min-w-0 flex-wrap items-center gap-2">
              {controls}
            </div>
            {tools}
          </div>
        )}
      </DataTable.Toolbar>
      <div className="hidden md:block">
        <DataTable.Table emptyState={emptyState} />
      </div>
      <div className="md:hidden">
        <ListCards
          instance={instance}
          renderCard={renderCard}
          rowHref={rowHref}
          selectable={Boolean(rowSelection)}
          emptyState={emptyState}
        />
      </div>
      <DataTable.Pagination
        translations={{
          of: host("general.of"),
          results: host("general.results"),
          pages: host("general.pages"),
          prev: host("general.prev"),
          next: host("general.next"),
        }}
      />
      {commands && (
        <DataTable.CommandBar
          selectedLabel={(selected) =>
            host("general.countSelected", { count: selected })
          }
        />
      )}
    </DataTable>
  )
}

function isOnControl(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest("a, button, input") !== null
  )
}
