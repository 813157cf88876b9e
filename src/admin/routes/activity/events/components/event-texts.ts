import type { TFunction } from "i18next"

import type { ActivityEvent, TimelineEntry } from "../../../../../sdk/types"
import {
  subjectOf,
  titleKey,
} from "../../../../components/customer-timeline/entry-texts"

/** An event as the timeline has it, whose words and icons are the same. */
export function asEntry(event: ActivityEvent): TimelineEntry {
  const { id, type, event: name, timestamp, properties, context } = event
  return {
    id,
    kind: "activity",
    name: name ?? type,
    at: timestamp,
    reference: null,
    data: { type, properties, page: context.page },
  }
}

/** What happened, in the viewer's language as far as it has words for it. */
export function eventTitle(
  event: ActivityEvent,
  t: TFunction<"cornerstore">
): string {
  const entry = asEntry(event)
  const key = titleKey(entry)
  return key ? t(key, { defaultValue: entry.name }) : entry.name
}

/** What it was about: the product, the search, the page. */
export const eventSubject = (event: ActivityEvent) => subjectOf(asEntry(event))

/** The start of an id that nobody reads to the end. */
export const shortId = (id: string) =>
  id.length > 14 ? `${id.slice(0, 12)}…` : id
