import { Button, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { PageError } from "../page-state"

type PageListProps<Item> = {
  /** Undefined until the first page is there. */
  items: Item[] | undefined
  pages: {
    error: unknown
    refetch: () => unknown
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => unknown
  }
  /** What is said when there is none. */
  empty: string
  render: (item: Item) => ReactNode
}

/** A list that grows by pages, in whichever state it is. */
export function PageList<Item extends { id: string }>({
  items,
  pages,
  empty,
  render,
}: PageListProps<Item>) {
  const { t } = useCornerstoreTranslation()
  if (!items) {
    return pages.error ? (
      <PageError
        bare
        error={pages.error}
        onRetry={() => void pages.refetch()}
      />
    ) : (
      <div className="flex flex-col gap-3 px-6 py-4">
        <Skeleton className="h-5 w-2/3" />
        <Skeleton className="h-5 w-1/2" />
      </div>
    )
  }
  if (items.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4 text-pretty">
        {empty}
      </Text>
    )
  }
  return (
    <>
      <ul className="divide-y">
        {items.map((item) => (
          <li key={item.id}>{render(item)}</li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className="flex flex-col items-center gap-2 px-6 py-2">
          <Button
            size="small"
            variant="transparent"
            isLoading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t("logins.more")}
          </Button>
          {Boolean(pages.error) && (
            <Text size="small" role="alert" className="text-ui-fg-error">
              {t("errors.title")}
            </Text>
          )}
        </div>
      )}
    </>
  )
}
