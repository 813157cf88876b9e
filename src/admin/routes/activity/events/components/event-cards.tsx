import type { ActivityEvent } from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import { eventSubject, shortId } from "./event-texts"
import { EventTitle } from "./event-title"

type EventCardsProps = {
  events: ActivityEvent[]
  /** Of customers, by id. */
  names: ReadonlyMap<string, string>
  onShow: (event: ActivityEvent) => void
}

/** Events on a phone. */
export function EventCards({ events, names, onShow }: EventCardsProps) {
  return (
    <ul className="divide-y">
      {events.map((event) => (
        <li key={event.id}>
          <button
            type="button"
            className="txt-small text-ui-fg-subtle flex w-full flex-col gap-1 px-4 py-3 text-left"
            onClick={() => onShow(event)}
          >
            <EventTitle event={event} />
            {eventSubject(event) && (
              <span className="w-full truncate">{eventSubject(event)}</span>
            )}
            <span className="text-ui-fg-muted flex w-full justify-between gap-2">
              <span className="truncate">{whoOf(event, names)}</span>
              <span className="shrink-0">
                <RelativeInstant instant={event.timestamp} />
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function whoOf(
  { customer_id, anonymous_id }: ActivityEvent,
  names: ReadonlyMap<string, string>
): string {
  if (customer_id) {
    return names.get(customer_id) ?? shortId(customer_id)
  }
  return anonymous_id ? shortId(anonymous_id) : "–"
}
