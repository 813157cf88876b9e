import { Button, Text } from "@medusajs/ui"

import type { ListState } from "../../../../components/list-table"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

type PagerProps = { state: ListState; count: number; pageSize: number }

/** Turns the pages of a list inside a section; nothing when one page holds it. */
export function Pager({ state, count, pageSize }: PagerProps) {
  const { host } = useCornerstoreTranslation()
  const { pageIndex } = state.pagination
  const pages = Math.ceil(count / pageSize)
  if (pages <= 1) {
    return null
  }
  const turn = (by: number) =>
    state.onPaginationChange({ pageIndex: pageIndex + by, pageSize })

  return (
    <div className="flex items-center justify-end gap-2 px-6 py-3">
      <Text size="small" className="text-ui-fg-subtle">
        {`${pageIndex + 1} ${host("general.of")} ${pages}`}
      </Text>
      <Button
        size="small"
        variant="transparent"
        disabled={pageIndex === 0}
        onClick={() => turn(-1)}
      >
        {host("general.prev")}
      </Button>
      <Button
        size="small"
        variant="transparent"
        disabled={pageIndex + 1 >= pages}
        onClick={() => turn(1)}
      >
        {host("general.next")}
      </Button>
    </div>
  )
}
