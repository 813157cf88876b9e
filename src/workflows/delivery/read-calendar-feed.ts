import { createHash } from "node:crypto"

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { CurrentOptions, getCurrentOptions } from "../../lib/current-options"
import { hashToken, isToken } from "../../lib/token"
import {
  CalendarEvent,
  writeCalendar,
} from "../../modules/delivery/domain/ical"
import { addDays, toLocalDate } from "../../modules/delivery/domain/local-time"
import type {
  FeedBookingRow,
  FeedRow,
} from "../../modules/delivery/queries/calendar"
import { FeedOrder, readFeedOrders, shortName } from "./feed-orders"
import { deliveryService } from "./module"
import { addressLines } from "./stop-orders"

/** More than a phone's calendar can show; what comes next is among them. */
const MOST_EVENTS = 5_000
/** Orders read at once, so that a large feed does not fill the memory. */
const BATCH = 500
const DAYS_BACK = 30
const REFRESH_MINUTES = 15
const DAY_MS = 86_400_000

export type CalendarFile = {
  body: string
  /** Weak: the same for files that say the same of the deliveries. */
  etag: string
}

/**
 * The calendar behind a secret link.
 *
 * @returns null when the link is unknown, cut short or revoked: all alike
 */
export async function readCalendarFeed(
  token: string,
  container: MedusaContainer,
  now: Date = new Date()
): Promise<CalendarFile | null> {
  if (!isToken(token)) {
    return null
  }
  const feed = await deliveryService(container).findCalendarFeed(
    hashToken(token)
  )
  if (!feed) {
    return null
  }
  const running = builds.get(feed.id)
  if (running) {
    return await running
  }
  const build = buildFile(feed, container, now)
  builds.set(feed.id, build)
  try {
    return await build
  } finally {
    builds.delete(feed.id)
  }
}

/**
 * Files that are being put together in this process. Whoever asks for one of
 * them meanwhile gets the same, so that a link costs no more however often it is
 * asked for at once.
 */
const builds = new Map<string, Promise<CalendarFile>>()

async function buildFile(
  feed: FeedRow,
  container: MedusaContainer,
  now: Date
): Promise<CalendarFile> {
  const delivery = deliveryService(container)
  const options = getCurrentOptions()
  const rows = await delivery.listFeedBookings(
    {
      from: addDays(toLocalDate(now, options.timeZone), -DAYS_BACK),
      district_id: feed.district_id,
      canceledSince: new Date(now.getTime() - DAYS_BACK * DAY_MS),
      now,
    },
    MOST_EVENTS
  )
  const events = await toEvents(rows, container, options)
  await delivery.touchCalendarFeed(feed.id, now)
  return toFile(feed, events, options)
}

async function toEvents(
  rows: readonly FeedBookingRow[],
  container: MedusaContainer,
  options: CurrentOptions
): Promise<CalendarEvent[]> {
  const { host } = new URL(options.backendUrl)
  const orders = dashboardOrders(container, options)
  const inOrder = [...rows].sort(
    (a, b) =>
      a.starts_at.getTime() - b.starts_at.getTime() || (a.id < b.id ? -1 : 1)
  )
  const events: CalendarEvent[] = []
  for (let start = 0; start < inOrder.length; start += BATCH) {
    const batch = inOrder.slice(start, start + BATCH)
    const found = await readFeedOrders(
      batch.map(({ order_id }) => order_id),
      container
    )
    events.push(
      ...batch.map((row) => ({
        ...toEvent(row, found.get(row.order_id)),
        uid: `${row.id}@${host}`,
        url: orders ? `${orders}/${row.order_id}` : null,
      }))
    )
  }
  return events
}

/**
 * A booking as an event. Of the customer it has what is needed to tell one
 * delivery from the other and to get there, the latter while it is still to be
 * driven: calendars are synchronized to phones and shared, so phone number,
 * e-mail and notes stay in the dashboard, to which the link leads.
 */
function toEvent(
  row: FeedBookingRow,
  order: FeedOrder | undefined
): Omit<CalendarEvent, "uid" | "url"> {
  const address = order && row.status === "booked" ? addressLines(order) : []
  const who = order
    ? [`#${order.display_id}`, shortName(order)].filter(Boolean).join(" ")
    : ""
  return {
    // Each change of the booking or its slot moves `updated_at` on, so the
    // number only grows; seconds, since milliseconds would soon be too many for
    // an INTEGER of RFC 5545.
    sequence: Math.max(
      0,
      Math.floor((row.updated_at.getTime() - row.created_at.getTime()) / 1000)
    ),
    lastModified: row.updated_at,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    summary: [who, row.district_name].filter(Boolean).join(" · "),
    location: address.length ? address.join(", ") : null,
    categories: [row.district_name],
    isCanceled: row.status === "released",
  }
}

/** Where the dashboard shows orders; null where this server has none. */
function dashboardOrders(
  container: MedusaContainer,
  { backendUrl }: CurrentOptions
): string | null {
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  return admin?.disable
    ? null
    : `${backendUrl.replace(/\/$/, "")}${(admin?.path ?? "/app").replace(/\/$/, "")}/orders`
}

function toFile(
  { name }: FeedRow,
  events: CalendarEvent[],
  { timeZone }: CurrentOptions
): CalendarFile {
  const calendar = {
    name,
    timeZone,
    refreshMinutes: REFRESH_MINUTES,
    events,
  }
  return { body: writeCalendar(calendar), etag: etagOf(calendar) }
}

/**
 * Without the clocks of the rows: a slot's row changes whenever a cart holds or
 * drops a place, which says nothing about the deliveries.
 */
function etagOf(calendar: Parameters<typeof writeCalendar>[0]): string {
  const said = calendar.events.map(
    ({ sequence: _, lastModified: __, ...event }) => event
  )
  const hash = createHash("sha256")
    .update(JSON.stringify({ ...calendar, events: said }))
    .digest("base64url")
  return `W/"${hash.slice(0, 27)}"`
}
