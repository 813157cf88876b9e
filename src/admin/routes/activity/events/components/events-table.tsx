import { Table } from "@medusajs/ui"

import type { ActivityEvent } from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { CustomerLink } from "./customer-link"
import type { EventFilters } from "./event-filters"
import { eventSubject, shortId } from "./event-texts"
import { EventTitle } from "./event-title"

type EventsTableProps = {
  events: ActivityEvent[]
  /** Of customers, by id. */
  names: ReadonlyMap<string, string>
  onShow: (event: ActivityEvent) => void
  onFilter: (changes: Partial<EventFilters>) => void
}

/** Events where there is room for columns. */
export function EventsTable({
  events,
  names,
  onShow,
  onFilter,
}: EventsTableProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <Table className="table-fixed">
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell className="w-[34%]">
            {t("events.fields.what")}
          </Table.HeaderCell>
          <Table.HeaderCell>{t("events.fields.about")}</Table.HeaderCell>
          <Table.HeaderCell className="w-[24%]">
            {t("events.fields.who")}
          </Table.HeaderCell>
          <Table.HeaderCell className="w-36 text-right">
            {t("events.fields.when")}
          </Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {events.map((event) => (
          <Table.Row
            key={event.id}
            className="cursor-pointer"
            onClick={() => onShow(event)}
          >
            <Table.Cell>
              <EventTitle event={event} onShow={onShow} />
            </Table.Cell>
            <Table.Cell>
              <span className="block truncate">{eventSubject(event)}</span>
            </Table.Cell>
            <Table.Cell onClick={(click) => click.stopPropagation()}>
              <Who event={event} names={names} onFilter={onFilter} />
            </Table.Cell>
            <Table.Cell className="text-right">
              <RelativeInstant instant={event.timestamp} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

/** A customer who is known, else the visitor, whose other events are a click away. */
function Who({
  event: { customer_id, anonymous_id },
  names,
  onFilter,
}: Pick<EventsTableProps, "names" | "onFilter"> & { event: ActivityEvent }) {
  const { t } = useCornerstoreTranslation()
  if (customer_id) {
    return <CustomerLink id={customer_id} names={names} />
  }
  return anonymous_id ? (
    <button
      type="button"
      className="text-ui-fg-subtle hover:text-ui-fg-base max-w-full truncate font-mono"
      title={t("events.onlyVisitor")}
      onClick={() => onFilter({ visitor: anonymous_id })}
    >
      {shortId(anonymous_id)}
    </button>
  ) : (
    <span className="text-ui-fg-muted">–</span>
  )
}
