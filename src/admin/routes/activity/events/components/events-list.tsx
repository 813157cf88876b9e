import { Container, Skeleton } from "@medusajs/ui"
import { useMemo, useState } from "react"

import type { ActivityEvent } from "../../../../../sdk/types"
import { PageError } from "../../../../components/page-state"
import {
  useActivityEvents,
  useCustomerNames,
} from "../../../../hooks/api/activity-events"
import { useShopZone } from "../../../../hooks/use-shop-zone"
import { isFiltered, toEventsQuery } from "./event-filters"
import { EventDrawer } from "./event-drawer"
import { EventCards } from "./event-cards"
import { EventsTable } from "./events-table"
import { FilterBar } from "./filter-bar"
import { ListHeading } from "./list-heading"
import { MoreEvents } from "./more-events"
import { NoEvents } from "./no-events"
import { useEventFilters } from "./use-event-filters"

const ROWS = [0, 1, 2, 3, 4, 5]

/** What visitors do in the shop, as it comes in. */
export function EventsList() {
  const zone = useShopZone()
  const { filters, change } = useEventFilters()
  const query = useMemo(() => toEventsQuery(filters, zone), [filters, zone])
  const list = useActivityEvents(query)
  const { events, error, refetch } = list
  const [shown, setShown] = useState<ActivityEvent | null>(null)
  const names = useCustomerNames(
    (events ?? []).flatMap(({ customer_id }) => customer_id ?? [])
  )

  if (error && !events) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <Container className="divide-y p-0">
      <ListHeading list={list} />
      <FilterBar
        filters={filters}
        names={namesOf(events ?? [])}
        onChange={change}
      />
      {!events && (
        <div className="flex flex-col gap-3 px-6 py-4" aria-busy>
          {ROWS.map((row) => (
            <Skeleton key={row} className="h-9 w-full" />
          ))}
        </div>
      )}
      {events?.length === 0 && (
        <NoEvents filtered={isFiltered(filters)} onClear={change} />
      )}
      {events && events.length > 0 && (
        <>
          <div className="hidden md:block">
            <EventsTable
              events={events}
              names={names}
              onShow={setShown}
              onFilter={change}
            />
          </div>
          <div className="md:hidden">
            <EventCards events={events} names={names} onShow={setShown} />
          </div>
          <MoreEvents list={list} />
        </>
      )}
      <EventDrawer
        event={shown}
        names={names}
        onClose={() => setShown(null)}
        onFilter={change}
      />
    </Container>
  )
}

const namesOf = (events: ActivityEvent[]) =>
  [...new Set(events.flatMap(({ event }) => event ?? []))].sort()
