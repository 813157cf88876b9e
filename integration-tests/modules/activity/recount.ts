import { sumDeltas } from "../../../src/modules/activity/domain/facts/kinds"
import { eventFacts } from "../../../src/modules/activity/domain/facts/event-facts"
import type { RolledEvent } from "../../../src/modules/activity/domain/facts/rolled-event"
import { changeVisits } from "../../../src/modules/activity/domain/visits/change-visits"
import { isVisitEvent } from "../../../src/modules/activity/domain/visits/fold-visits"
import { readRollUpEvents } from "../../../src/modules/activity/queries/rollup-events"
import type { Sql } from "../../../src/modules/activity/queries/sql"
import { withClient } from "./setup"

/** Everything the roll-up keeps, in a form that two of can be compared. */
export type Rolled = { facts: string[]; visits: string[] }

/** What is stored. */
export async function rolledOf(dbName: string): Promise<Rolled> {
  return withClient(dbName, async (client) => {
    const facts = await client.query(
      `select day::text, source_id, kind, value, events::int
         from activity.daily_fact
        where events <> 0 and kind <> 'event_without_consent'`
    )
    const visits = await client.query(
      `select *, day::text as day from activity.visit order by started_at`
    )
    return {
      facts: facts.rows
        .map((row) => [row.day, row.source_id, row.kind, row.value, row.events])
        .map((parts) => parts.join(" | "))
        .sort(),
      visits: visits.rows.map(describeVisit).sort(),
    }
  })
}

/**
 * What should be stored: all events at once, in the order of their happening,
 * from the rows themselves.
 */
export async function recount(dbName: string, zone: string): Promise<Rolled> {
  return withClient(dbName, async (client) => {
    const sql: Sql = {
      query: async (text: string, params?: unknown[]) =>
        (await client.query(text, params)).rows as never,
    }
    const events = await readRollUpEvents(sql, {
      after: { received_at: "epoch", event_id: "0" },
      before: new Date(8.64e15 / 4),
      limit: 1_000_000,
      zone,
    })
    const changes = byVisitor(events).map((own) => changeVisits([], own))
    const deltas = sumDeltas([
      ...events.flatMap(eventFacts),
      ...changes.flatMap(({ facts }) => facts),
    ])
    return {
      facts: deltas
        .map((d) => [d.day, d.source_id, d.kind, d.value, d.events].join(" | "))
        .sort(),
      visits: changes
        .flatMap(({ written }) => written.map(describeVisit))
        .sort(),
    }
  })
}

function byVisitor(events: RolledEvent[]) {
  const visitors = new Map<string, (RolledEvent & { anonymous_id: string })[]>()
  for (const event of events.filter(isVisitEvent)) {
    const key = `${event.source_id} ${event.anonymous_id}`
    visitors.set(key, [...(visitors.get(key) ?? []), event])
  }
  return [...visitors.values()].map((own) =>
    own.sort((a, b) => a.occurred_at.getTime() - b.occurred_at.getTime())
  )
}

const COMPARED = [
  "source_id",
  "anonymous_id",
  "started_at",
  "ended_at",
  "day",
  "pages",
  "events",
  "entry_path",
  "exit_path",
  "referrer",
  "source",
  "medium",
  "campaign",
  "device",
  "is_returning",
  "is_first_of_day",
] as const

function describeVisit(visit: Record<string, unknown>): string {
  return JSON.stringify(COMPARED.map((column) => visit[column]))
}
