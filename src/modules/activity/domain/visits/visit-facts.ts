import type { FactDelta, FactKind, VisitCount } from "../facts/kinds"
import { isBounce, Visit } from "./visit"

const SECOND_MS = 1_000

/**
 * What a visit adds to the counts of its day. A visit that grows is taken out
 * as it was and counted again as it is.
 *
 * @param sign - `-1` takes it out
 */
export function visitFacts(visit: Visit, sign: 1 | -1): FactDelta[] {
  const add = (kind: FactKind, value: string, events = 1): FactDelta => ({
    day: visit.day,
    source_id: visit.source_id,
    kind,
    value,
    events: sign * events,
  })
  const count = (what: VisitCount, events: number | boolean) =>
    add("visit", what, Number(events))
  const { source, medium, campaign, entry_path, exit_path, referrer } = visit
  const facts = [
    count("count", 1),
    count("visitors", visit.is_first_of_day),
    count("new", !visit.is_returning),
    count("returning", visit.is_returning),
    count("bounces", isBounce(visit)),
    count("pages", visit.pages),
    count("seconds", secondsOf(visit)),
    add("source", `${source} / ${medium}`),
    add("device", visit.device),
    ...(entry_path ? [add("entry", entry_path)] : []),
    ...(exit_path ? [add("exit", exit_path)] : []),
    ...(referrer ? [add("referrer", referrer)] : []),
    ...(campaign
      ? [add("campaign", `${source} / ${medium} / ${campaign}`)]
      : []),
  ]
  return facts.filter(({ events }) => events !== 0)
}

/** Length of a visit in whole seconds. */
export function secondsOf({
  started_at,
  ended_at,
}: Pick<Visit, "started_at" | "ended_at">): number {
  return Math.round((ended_at.getTime() - started_at.getTime()) / SECOND_MS)
}
