import { fill } from "../shared/text"
import type { Clock } from "../shared/time"
import type { Dictionary } from "./dictionary"
import { mapsLink } from "./maps-link"
import { isOpen, ShownState, ShownStop } from "./project"

/** Everything the page shows, as text. */
export type View = {
  phase: "ready" | "driving" | "finished" | "canceled"
  heading: string
  date: string
  summary: string
  progress: { done: number; total: number; text: string }
  next: NextStop | null
  later: Line[]
  done: Line[]
  till: { amount: string; short: string | null }[]
  result: string
}

export type NextStop = {
  id: string
  isArrived: boolean
  eyebrow: string
  name: string
  time: string
  address: string[]
  map: string
  mapNote: string | null
  phone: string | null
  items: { count: string; lines: string[] }
  wishes: { label: string; text: string }[]
  cash: { text: string; due: number; currency: string } | null
}

export type Line = {
  id: string
  title: string
  detail: string
  state: "open" | "arrived" | "delivered" | "failed"
  stateText: string | null
  /** What is to be collected, or what was. */
  cash: string | null
  canReopen: boolean
}

export type Surroundings = {
  texts: Dictionary
  clock: Clock
  locale: string
  userAgent: string
}

/** Puts a route into words. Pure: same state and surroundings, same view. */
export function toView(state: ShownState, around: Surroundings): View {
  const { texts, clock, locale } = around
  const open = state.stops.filter(isOpen)
  const done = state.stops.filter((stop) => !isOpen(stop))
  const total = state.stops.length
  const [next, ...later] = open
  const isDriving = state.status === "started" && next !== undefined
  return {
    phase:
      state.status === "canceled"
        ? "canceled"
        : isDriving
          ? "driving"
          : state.status === "published"
            ? "ready"
            : "finished",
    heading: fill(texts.hello, { name: state.driver_name }),
    // Midday, so that no zone makes another day of it.
    date: clock.date(`${state.date}T12:00:00Z`),
    summary: [
      total === 1 ? texts.oneStop : fill(texts.stops, { count: String(total) }),
      fill(texts.about, {
        distance: kilometers(state.distance_meters, locale),
      }),
    ].join(", "),
    progress: {
      done: done.length,
      total,
      text: fill(texts.progress, {
        done: String(done.length),
        total: String(total),
      }),
    },
    next: isDriving ? toNextStop(next, around) : null,
    later: (isDriving ? later : open).map((stop) => toLine(stop, around)),
    done: done.map((stop) => toLine(stop, around)),
    till: state.cash.map(({ collected, short, currency_code }) => ({
      amount: money(collected, currency_code, locale),
      short:
        short > 0
          ? fill(texts.short, { amount: money(short, currency_code, locale) })
          : null,
    })),
    result: fill(texts.finishedText, {
      delivered: String(count(done, "delivered")),
      failed: String(count(done, "failed")),
    }),
  }
}

const count = (stops: ShownStop[], status: ShownStop["status"]): number =>
  stops.filter((stop) => stop.status === status).length

function toNextStop(
  stop: ShownStop,
  { texts, clock, locale, userAgent }: Surroundings
): NextStop {
  const { visit } = stop
  const items = visit?.items ?? []
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0)
  const due = visit?.cash_due ?? null
  return {
    id: stop.id,
    isArrived: stop.status === "arrived",
    eyebrow: orderText(stop, texts),
    name: stop.customer_name ?? texts.noName,
    time: clock.range(stop.starts_at, stop.ends_at),
    address: visit?.address ?? [],
    map: visit ? mapsLink(visit, userAgent) : "",
    mapNote:
      visit?.position === "district"
        ? texts.estimated
        : visit?.position === "none"
          ? texts.noPosition
          : null,
    phone: visit?.phone ?? null,
    items: {
      count:
        pieces === 1
          ? texts.oneItem
          : fill(texts.items, { count: String(pieces) }),
      lines: items.map(({ title, quantity }) => `${quantity} × ${title}`),
    },
    wishes: visit ? wishesOf(visit, texts) : [],
    cash: due && {
      text: fill(texts.collect, {
        amount: money(due.amount, due.currency_code, locale),
      }),
      due: due.amount,
      currency: due.currency_code,
    },
  }
}

type Visit = NonNullable<ShownStop["visit"]>

/** What the customer asked for, of the order and then of its lines. */
function wishesOf(
  { instructions, items }: Visit,
  texts: Dictionary
): NextStop["wishes"] {
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  return [
    { ...instructions, of: null },
    ...instructions.items.map((item) => ({
      ...item,
      of: titles.get(item.item_id) ?? null,
    })),
  ].flatMap(({ note, gift_wrap, gift_message, of }) => {
    const label = (text: string) => (of ? `${text} (${of})` : text)
    return [
      ...(note ? [{ label: label(texts.note), text: note }] : []),
      ...(gift_wrap ? [{ label: label(texts.giftWrap), text: "" }] : []),
      ...(gift_message
        ? [{ label: label(texts.giftMessage), text: gift_message }]
        : []),
    ]
  })
}

function toLine(stop: ShownStop, { texts, clock, locale }: Surroundings): Line {
  const state = stop.status === "pending" ? "open" : stop.status
  const cash = stop.cash
    ? money(stop.cash.collected, stop.cash.currency_code, locale)
    : stop.visit?.cash_due
      ? money(
          stop.visit.cash_due.amount,
          stop.visit.cash_due.currency_code,
          locale
        )
      : null
  const reason =
    stop.status === "failed" && stop.failure_reason
      ? texts.reasons[stop.failure_reason]
      : null
  return {
    id: stop.id,
    title: [orderText(stop, texts), stop.customer_name]
      .filter(Boolean)
      .join(", "),
    detail: [
      clock.range(stop.starts_at, stop.ends_at),
      stop.visit?.address[0],
      reason,
    ]
      .filter(Boolean)
      .join(" · "),
    state: state === "removed" ? "open" : state,
    stateText: stop.unsent
      ? texts.waiting
      : state === "delivered" || state === "failed" || state === "arrived"
        ? texts.state[state]
        : null,
    cash,
    canReopen: stop.status === "failed",
  }
}

function orderText({ order_number }: ShownStop, texts: Dictionary): string {
  return order_number === null
    ? ""
    : fill(texts.order, { number: String(order_number) })
}

/** `12 km`, or `400 m` for a short way. */
export function kilometers(meters: number, locale: string): string {
  const far = meters >= 1_000
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: far ? "kilometer" : "meter",
    maximumFractionDigits: 0,
  }).format(far ? meters / 1_000 : meters)
}

/** An amount in major units. */
export function money(
  amount: number,
  currency: string,
  locale: string
): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currency.toUpperCase(),
  }).format(amount)
}
