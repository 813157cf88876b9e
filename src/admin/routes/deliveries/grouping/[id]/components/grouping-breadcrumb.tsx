import { useGrouping } from "../../../../../hooks/api/groupings"
import { useLocale } from "../../../../../hooks/use-locale"
import { formatDays } from "../../../../../lib/dates"

export function GroupingBreadcrumb({ id }: { id: string | undefined }) {
  const locale = useLocale()
  const { grouping } = useGrouping(id ?? "")
  return grouping ? (
    <span>{formatDays(grouping.from, grouping.to, locale, grouping.from)}</span>
  ) : null
}
