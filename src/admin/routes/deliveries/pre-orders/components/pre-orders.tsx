import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { Link, useSearchParams } from "react-router-dom"

import { DayRange } from "../../../../components/day-range"
import { ListInvitation } from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import { useProductDays } from "../../../../hooks/api/product-days"
import { useShopZone } from "../../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { addDays, dayInZone, isDay } from "../../../../lib/dates"
import { byDay } from "./by-day"
import { KitchenDaySection } from "./kitchen-day"

const DAYS_AHEAD = 7

/** How many of which product to make, by day; waits until the shop's day is known. */
export function PreOrders() {
  const zone = useShopZone()
  if (!zone) {
    return (
      <Container className="p-6">
        <Skeleton className="h-96 w-full" />
      </Container>
    )
  }
  return <Days today={dayInZone(new Date(), zone)} />
}

function Days({ today }: { today: string }) {
  const { t } = useCornerstoreTranslation()
  const [params, setParams] = useSearchParams()
  const fromParam = params.get("from")
  const toParam = params.get("to")
  const from = isDay(fromParam) ? fromParam : today
  const to =
    isDay(toParam) && toParam >= from ? toParam : addDays(from, DAYS_AHEAD)
  const { days, error, isError, refetch } = useProductDays({ from, to })

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 md:px-6">
        <div className="min-w-0 grow basis-60">
          <Heading>{t("preOrders.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("preOrders.subtitle")}
          </Text>
        </div>
        <DayRange
          today={today}
          value={{ from, to }}
          onChange={(range) => setParams(range, { replace: true })}
        />
      </div>
      {isError ? (
        <PageError bare error={error} onRetry={() => void refetch()} />
      ) : !days ? (
        <div className="p-6">
          <Skeleton className="h-64 w-full" />
        </div>
      ) : days.length ? (
        byDay(days).map((day) => <KitchenDaySection key={day.date} day={day} />)
      ) : (
        <div className="flex justify-center px-6 py-16">
          <ListInvitation
            title={t("preOrders.empty.title")}
            description={t("preOrders.empty.description")}
          >
            <Button size="small" variant="secondary" asChild>
              <Link to="/products">{t("preOrders.empty.action")}</Link>
            </Button>
          </ListInvitation>
        </div>
      )}
    </Container>
  )
}
