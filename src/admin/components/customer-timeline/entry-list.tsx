import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { TimelineEntry } from "../../../sdk/types"
import { useLocale } from "../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { dayInZone, formatDay } from "../../lib/dates"
import { formatMoney } from "../../lib/money"
import { EntryIcon } from "./entry-icon"
import { loginOf, subjectOf, titleKey } from "./entry-texts"

type EntryListProps = {
  entries: TimelineEntry[]
  /** The shop's zone, in which days begin. */
  zone: string
}

/** Entries under the day they happened on. */
export function EntryList({ entries, zone }: EntryListProps) {
  const locale = useLocale()
  return (
    <div className="flex flex-col gap-5 px-6 py-4">
      {byDay(entries, zone).map(([day, ofDay]) => (
        <section key={day}>
          <Text
            size="xsmall"
            weight="plus"
            leading="compact"
            className="text-ui-fg-muted pb-2"
          >
            {formatDay(day, locale)}
          </Text>
          <ol className="flex flex-col gap-3">
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} zone={zone} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Entry({ entry, zone }: { entry: TimelineEntry; zone: string }) {
  const locale = useLocale()
  const details = useDetails(entry)
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(entry.at))
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-3">
      <span className="text-ui-fg-muted pt-0.5" aria-hidden>
        <EntryIcon entry={entry} />
      </span>
      <div className="min-w-0">
        <Text size="small" weight="plus" className="break-words">
          <Title entry={entry} />
        </Text>
        {details && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {details}
          </Text>
        )}
      </div>
      <time
        dateTime={entry.at}
        className="text-ui-fg-muted txt-small whitespace-nowrap tabular-nums"
      >
        {time}
      </time>
    </li>
  )
}

function Title({ entry }: { entry: TimelineEntry }) {
  const { t } = useCornerstoreTranslation()
  const key = titleKey(entry)
  const words = key
    ? t(key, { number: entry.data.display_id, defaultValue: entry.name })
    : entry.name
  return entry.reference ? (
    <Link
      to={`/orders/${entry.reference.id}`}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
    >
      {words}
    </Link>
  ) : (
    <>{words}</>
  )
}

function useDetails(entry: TimelineEntry): string | null {
  const locale = useLocale()
  const { total, currency_code } = entry.data
  if (entry.name === "order.placed" && typeof total === "number") {
    return formatMoney(
      total,
      typeof currency_code === "string" ? currency_code : null,
      locale
    )
  }
  if (entry.kind === "points" && typeof entry.data.points === "number") {
    const { points, reason } = entry.data
    const signed = new Intl.NumberFormat(locale, { signDisplay: "always" })
    return [signed.format(points), reason].filter(Boolean).join(" · ")
  }
  if (entry.kind === "login") {
    return loginOf(entry, locale)
  }
  return entry.kind === "activity" ? subjectOf(entry) : null
}

function byDay(
  entries: TimelineEntry[],
  zone: string
): [string, TimelineEntry[]][] {
  const days = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const day = dayInZone(new Date(entry.at), zone)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}
