import {
  Checkbox,
  type DataTableEmptyStateProps,
  Skeleton,
  Text,
  type useDataTable,
} from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"

type ListCardsProps<TData> = {
  instance: ReturnType<typeof useDataTable<TData>>
  renderCard: (row: TData) => ReactNode
  rowHref?: (row: TData) => string | null
  selectable: boolean
  emptyState: DataTableEmptyStateProps
}

const SKELETONS = [0, 1, 2, 3]

/** The rows of a list on a phone. */
export function ListCards<TData>({
  instance,
  renderCard,
  rowHref,
  selectable,
  emptyState,
}: ListCardsProps<TData>) {
  const { host } = useCornerstoreTranslation()
  const rows = instance.getRowModel().rows

  if (instance.showSkeleton) {
    return (
      <div className="flex flex-col gap-2 border-y p-4">
        {SKELETONS.map((row) => (
          <Skeleton key={row} className="h-20 w-full" />
        ))}
      </div>
    )
  }
  if (rows.length === 0) {
    const content =
      instance.emptyState === "FILTERED_EMPTY"
        ? emptyState.filtered
        : emptyState.empty
    return (
      <div className="flex min-h-[200px] flex-col items-center justify-center gap-2 border-y px-6 py-8 text-center">
        {content?.custom ?? (
          <>
            <Text weight="plus">{content?.heading}</Text>
            <Text className="text-ui-fg-subtle">{content?.description}</Text>
          </>
        )}
      </div>
    )
  }
  return (
    <ul className="divide-y border-y">
      {rows.map((row) => {
        const href = rowHref?.(row.original) ?? null
        const card = renderCard(row.original)
        return (
          <li key={row.id} className="flex items-start gap-3 px-4 py-3">
            {selectable && (
              <div className="flex size-6 shrink-0 items-center justify-center">
                <Checkbox
                  aria-label={host("general.select")}
                  checked={row.getIsSelected()}
                  disabled={!row.getCanSelect()}
                  onCheckedChange={(checked) =>
                    row.toggleSelected(checked === true)
                  }
                />
              </div>
            )}
            <div className="min-w-0 grow">
              {href ? (
                <Link
                  to={href}
                  className="block outline-none focus-visible:shadow-borders-focus rounded-md"
                >
                  {card}
                </Link>
              ) : (
                card
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
