import { useRoute } from "../../../../../hooks/api/routes"
import { useLocale } from "../../../../../hooks/use-locale"
import { formatDay } from "../../../../../lib/dates"

export function RouteBreadcrumb({ id }: { id: string | undefined }) {
  const locale = useLocale()
  const { route } = useRoute(id ?? "")
  return route ? (
    <span>{`${formatDay(route.date, locale)}, ${route.driver.name}`}</span>
  ) : null
}
