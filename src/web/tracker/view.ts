import type { TrackerState } from "../../sdk/types"
import { fill } from "../shared/text"
import { Clock } from "../shared/time"
import { Dictionary } from "./dictionary"
import { Phase, phaseOf } from "./phase"

export type Step = {
  label: string
  detail: string | null
  icon: string
  state: "done" | "current" | "next"
}

/** Everything the page shows of a delivery, as text. */
export type View = {
  phase: Phase
  badge: string
  icon: string
  eyebrow: string
  headline: string
  time: string | null
  note: string | null
  steps: Step[]
  district: string
  order: string | null
  /** Read out when the phase changes. */
  announcement: string
  documentTitle: string
}

const ICONS: Record<Phase, string> = {
  upcoming: "calendar",
  now: "van",
  late: "clock",
  on_the_way: "van",
  arrived: "pin",
  failed: "cross",
  delivered: "check",
  canceled: "cross",
}

/** Puts a delivery into words. Pure: same state, texts and time, same view. */
export function toView(
  state: TrackerState,
  texts: Dictionary,
  clock: Clock,
  now: number
): View {
  const phase = phaseOf(state, now)
  const told = tell(state, phase, texts, clock, now)
  const number = state.order_number === null ? null : String(state.order_number)
  const when = [told.headline, told.time].filter(Boolean).join(", ")
  return {
    ...told,
    phase,
    badge: texts.stage[phase],
    icon: ICONS[phase],
    steps: steps(state, phase, texts, clock),
    district: state.district,
    order: number && `#${number}`,
    announcement: fill(texts.announce[phase], { when }),
    documentTitle: [
      texts.stage[phase],
      number ? fill(texts.order, { number }) : texts.title,
    ].join(" · "),
  }
}

function tell(
  state: TrackerState,
  phase: Phase,
  texts: Dictionary,
  clock: Clock,
  now: number
): Pick<View, "eyebrow" | "headline" | "time" | "note"> {
  const { delivered_at } = state
  if (phase === "canceled") {
    return {
      eyebrow: texts.eyebrow.canceled,
      headline: texts.canceledHeadline,
      time: null,
      note: texts.canceledNote,
    }
  }
  if (phase === "failed") {
    return {
      eyebrow: texts.eyebrow.failed,
      headline: texts.failedHeadline,
      time: null,
      note: texts.failedNote,
    }
  }
  if (phase === "delivered") {
    const at = delivered_at ?? state.updated_at
    return {
      eyebrow: texts.eyebrow.delivered,
      headline: clock.day(at),
      time: clock.time(at),
      note: zoneNote(at, texts, clock),
    }
  }
  if (phase === "arrived") {
    return {
      eyebrow: texts.eyebrow.arrived,
      headline: texts.arrivedHeadline,
      time: null,
      note: texts.arrivedNote,
    }
  }
  return tellExpected(state, phase, texts, clock, now)
}

/** A delivery that is still to come: its window, and what is known beyond it. */
function tellExpected(
  { starts_at, ends_at, stops_before }: TrackerState,
  phase: Phase,
  texts: Dictionary,
  clock: Clock,
  now: number
): Pick<View, "eyebrow" | "headline" | "time" | "note"> {
  const day = clock.day(starts_at)
  const date = clock.date(starts_at)
  const isPast = now >= Date.parse(ends_at)
  const paragraphs = [
    phase === "on_the_way" ? stopsBefore(stops_before, texts) : null,
    [day === date ? null : date, zoneNote(starts_at, texts, clock)]
      .filter((text) => text !== null)
      .join("\n"),
    phase === "late" ? texts.lateNote : null,
    phase === "on_the_way" && isPast ? texts.lateOnTheWay : null,
  ].filter(Boolean)
  return {
    eyebrow: phase === "late" ? texts.eyebrow.late : texts.eyebrow.booked,
    headline: day,
    time: clock.range(starts_at, ends_at),
    note: paragraphs.join("\n\n") || null,
  }
}

/** How many come first, in words; nothing about who they are. */
function stopsBefore(count: number | null, texts: Dictionary): string | null {
  if (count === null) {
    return null
  }
  return count === 0
    ? texts.youAreNext
    : count === 1
      ? texts.oneStopBefore
      : fill(texts.stopsBefore, { count: String(count) })
}

function zoneNote(
  instant: string,
  texts: Dictionary,
  clock: Clock
): string | null {
  const zone = clock.zoneToName(instant)
  return zone === null ? null : fill(texts.shopTime, { zone })
}

function steps(
  state: TrackerState,
  phase: Phase,
  texts: Dictionary,
  clock: Clock
): Step[] {
  const booked: Step = {
    label: texts.step.booked,
    detail: null,
    icon: "calendar",
    state: "done",
  }
  if (phase === "canceled") {
    const { canceled } = texts.step
    return [
      booked,
      { label: canceled, detail: null, icon: "cross", state: "current" },
    ]
  }
  return [
    booked,
    onTheWay(state, phase, texts, clock),
    end(state, phase, texts, clock),
  ]
}

function onTheWay(
  { starts_at, ends_at, stops_before }: TrackerState,
  phase: Phase,
  texts: Dictionary,
  clock: Clock
): Step {
  const window = `${clock.day(starts_at)}, ${clock.range(starts_at, ends_at)}`
  const isOver = phase === "delivered" || phase === "failed"
  return {
    label:
      phase === "on_the_way"
        ? texts.step.onTheWay
        : phase === "arrived"
          ? texts.step.arrived
          : texts.step.window,
    detail: phase === "on_the_way" ? stopsBefore(stops_before, texts) : window,
    icon: phase === "arrived" ? "pin" : "van",
    state: isOver ? "done" : phase === "upcoming" ? "next" : "current",
  }
}

function end(
  { delivered_at }: TrackerState,
  phase: Phase,
  texts: Dictionary,
  clock: Clock
): Step {
  if (phase === "failed") {
    return {
      label: texts.step.failed,
      detail: null,
      icon: "cross",
      state: "current",
    }
  }
  const delivered = phase === "delivered"
  return {
    label: texts.step.delivered,
    detail:
      delivered && delivered_at
        ? `${clock.day(delivered_at)}, ${clock.time(delivered_at)}`
        : null,
    icon: "check",
    state: delivered ? "done" : "next",
  }
}
