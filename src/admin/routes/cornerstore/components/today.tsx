import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { BookingStatus } from "../../../../sdk/types"
import { useBookings } from "../../../hooks/api/bookings"
import { useLocale } from "../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { formatDay } from "../../../lib/dates"

/** Today's deliveries: how many are still to go, and how many are done. */
export function Today({ today }: { today: string }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-baseline justify-between gap-2 px-6 py-4">
        <Heading>{t("home.today.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {formatDay(today, locale)}
        </Text>
      </div>
      <div className="grid grid-cols-3 divide-x">
        <Count today={today} status="booked" />
        <Count today={today} status="delivered" />
        <Count today={today} status="committed" />
      </div>
    </Container>
  )
}

type CountProps = { today: string; status: BookingStatus }

function Count({ today, status }: CountProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { count } = useBookings({
    date_from: today,
    date_to: today,
    status: [status],
    limit: 1,
  })
  const params = new URLSearchParams({
    date_from: today,
    date_to: today,
    status: JSON.stringify([status]),
  })

  return (
    <Link
      to={`/deliveries?${params.toString()}`}
      className="hover:bg-ui-bg-base-hover transition-fg focus-visible:shadow-borders-focus flex flex-col gap-1 px-4 py-5 outline-none md:px-6"
    >
      {count === undefined ? (
        <Skeleton className="h-8 w-10" />
      ) : (
        <span className="text-ui-fg-base text-2xl font-medium tabular-nums">
          {new Intl.NumberFormat(locale).format(count)}
        </span>
      )}
      <span className="text-ui-fg-subtle txt-small">
        {t(`home.today.${status}`)}
      </span>
    </Link>
  )
}
