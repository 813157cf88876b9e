import {
  Button,
  Container,
  createDataTableCommandHelper,
  type DataTableRowSelectionState,
  Skeleton,
} from "@medusajs/ui"
import { useCallback, useState } from "react"
import { Link } from "react-router-dom"

import { DayRange } from "../../../components/day-range"
import { ListTable } from "../../../components/list-table"
import { PageError } from "../../../components/page-state"
import { useBookings } from "../../../hooks/api/bookings"
import { useDistricts } from "../../../hooks/api/districts"
import {
  toDeliverable,
  useMarkDelivered,
  type Deliverable,
  type DeliveryFailure,
} from "../../../hooks/use-mark-delivered"
import { useShopZone } from "../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { dayInZone } from "../../../lib/dates"
import { DeliverFailures } from "./deliver-failures"
import { DeliveryCard } from "./delivery-card"
import { useDeliveriesColumns } from "./use-deliveries-columns"
import { useDeliveriesFilters } from "./use-deliveries-filters"
import { useDeliveriesQuery } from "./use-deliveries-query"

const commandHelper = createDataTableCommandHelper()

/** The deliveries of a span of days; waits until the shop's day is known. */
export function DeliveriesTable() {
  const zone = useShopZone()
  if (!zone) {
    return (
      <Container className="p-6">
        <Skeleton className="h-96 w-full" />
      </Container>
    )
  }
  return <Deliveries today={dayInZone(new Date(), zone)} zone={zone} />
}

type DeliveriesProps = { today: string; zone: string }

function Deliveries({ today, zone }: DeliveriesProps) {
  const { t } = useCornerstoreTranslation()
  const { state, range, setRange, query } = useDeliveriesQuery(today)
  const { bookings, count, isLoading, isError, error, refetch } =
    useBookings(query)
  const filters = useDeliveriesFilters()
  const { deliver } = useMarkDelivered()
  const [selection, setSelection] = useState<DataTableRowSelectionState>({})
  const [failures, setFailures] = useState<DeliveryFailure[]>([])

  const run = useCallback(
    async (targets: Deliverable[]) => {
      const failed = await deliver(targets)
      if (failed) {
        setFailures(failed)
        // What failed stays chosen, for another try.
        setSelection(Object.fromEntries(failed.map(({ id }) => [id, true])))
      }
    },
    [deliver]
  )
  const columns = useDeliveriesColumns({
    zone,
    onDeliver: (target) => void run([target]),
  })
  const commands = [
    commandHelper.command({
      label: t("deliver.action"),
      shortcut: "d",
      action: (chosen) =>
        run(
          (bookings ?? []).flatMap((booking) => {
            const target = chosen[booking.id] ? toDeliverable(booking) : null
            return target ? [target] : []
          })
        ),
    }),
  ]

  if (isError && !bookings) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <Container className="divide-y p-0">
      <DeliverFailures failures={failures} onDismiss={() => setFailures([])} />
      <ListTable
        heading={t("deliveries.title")}
        subHeading={t("deliveries.subtitle")}
        data={bookings}
        columns={columns}
        count={count}
        state={state}
        isLoading={isLoading}
        filters={filters}
        searchPlaceholder={t("deliveries.search")}
        controls={<DayRange today={today} value={range} onChange={setRange} />}
        rowHref={({ order }) => (order ? `/orders/${order.id}` : null)}
        renderCard={(booking) => <DeliveryCard booking={booking} zone={zone} />}
        commands={commands}
        rowSelection={{
          state: selection,
          onRowSelectionChange: setSelection,
          enableRowSelection: (row) => toDeliverable(row.original) !== null,
        }}
        emptyState={{
          empty: { custom: <NoDeliveries /> },
          filtered: {
            heading: t("deliveries.filtered.title"),
            description: t("deliveries.filtered.description"),
          },
        }}
      />
    </Container>
  )
}

/** Says what to do first: districts and windows before there can be a delivery. */
function NoDeliveries() {
  const { t } = useCornerstoreTranslation()
  const { count, isSuccess } = useDistricts({ limit: 1 })
  const first = isSuccess && count === 0

  return (
    <div className="flex max-w-md flex-col items-center gap-3 text-center">
      <div className="txt-compact-medium-plus">
        {first ? t("deliveries.first.title") : t("deliveries.empty.title")}
      </div>
      <div className="text-ui-fg-subtle txt-small text-pretty">
        {first
          ? t("deliveries.first.description")
          : t("deliveries.empty.description")}
      </div>
      {first && (
        <Button size="small" asChild>
          <Link to="/settings/districts/create">
            {t("deliveries.first.action")}
          </Link>
        </Button>
      )}
    </div>
  )
}
