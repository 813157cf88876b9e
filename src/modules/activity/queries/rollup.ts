import type { EntityManager } from "typeorm"

import { monthStart, partitionsFrom } from "../domain/partitions"
import { eventFacts } from "../domain/facts/event-facts"
import { FactDelta, sumDeltas } from "../domain/facts/kinds"
import { changeVisits } from "../domain/visits/change-visits"
import { isVisitEvent } from "../domain/visits/fold-visits"
import type { StoredVisit } from "../domain/visits/visit"
import { createPartitions } from "./partitions"
import { readRollUpEvents, RollUpRow } from "./rollup-events"
import { changeFacts } from "./rollup-facts"
import { RollUpPlace, savePlace, takeTurn } from "./rollup-state"
import { removeVisits, visitsAround, writeVisits } from "./visits"

export type RollUpOptions = {
  /** From `safeHorizon`, asked for before: no event before it is to appear. */
  horizon: Date
  /** IANA zone whose days are counted by. */
  zone: string
  /** Events that are counted at most. */
  limit: number
}

export type RollUpResult = {
  /** Events that were counted. */
  events: number
  /** `busy`: somebody else counts; `more`: some are left; `done`: none is. */
  state: "busy" | "more" | "done"
}

type VisitRow = RollUpRow & { anonymous_id: string }

/**
 * Counts the next events into facts and visits. What is counted and how far
 * counting has come are one transaction: each event is counted once, wherever
 * the process ends.
 */
export async function rollUp(
  manager: EntityManager,
  { horizon, zone, limit }: RollUpOptions
): Promise<RollUpResult> {
  return manager.transaction(async (sql) => {
    const turn = await takeTurn(sql)
    if (!turn) {
      return { events: 0, state: "busy" }
    }
    const rows = await readRollUpEvents(sql, {
      after: turn.place,
      before: horizon,
      limit,
      zone,
    })
    const visits = await countVisits(sql, rows.filter(isVisitEvent), zone)
    await changeFacts(sql, sumDeltas([...rows.flatMap(eventFacts), ...visits]))
    const last = rows.length === limit ? rows.at(-1) : undefined
    if (last) {
      await savePlace(sql, {
        received_at: last.received_text,
        event_id: last.id,
      })
    } else if (rows.length || isBehind(turn, horizon)) {
      await savePlace(sql, {
        received_at: horizon.toISOString(),
        event_id: "0",
      })
    }
    return { events: rows.length, state: last ? "more" : "done" }
  })
}

/** Before there is any event nothing is said, so that history can be stored. */
const isBehind = (
  { place, isFirst }: { place: RollUpPlace; isFirst: boolean },
  horizon: Date
) => !isFirst && new Date(place.received_at) < horizon

/** Writes the visits that events make or change; returns what that adds. */
async function countVisits(
  sql: EntityManager,
  rows: readonly VisitRow[],
  zone: string
): Promise<FactDelta[]> {
  const visitors = groupBy(rows, visitorKey)
  await makeRoom(sql, rows)
  const spans = [...visitors.values()].map((events) => {
    const days = events.map(({ day }) => day).sort()
    const [{ source_id, anonymous_id }] = events
    return { source_id, anonymous_id, from: days[0], to: days[days.length - 1] }
  })
  const stored = groupBy(await visitsAround(sql, spans, zone), visitorKey)
  const changes = [...visitors].map(([key, events]) =>
    changeVisits(byStart(stored.get(key) ?? []), events)
  )
  await removeVisits(
    sql,
    changes.flatMap(({ removed }) => removed)
  )
  await writeVisits(
    sql,
    changes.flatMap(({ written }) => written)
  )
  return changes.flatMap(({ facts }) => facts)
}

/** A late event may have happened in a month that has no partition. */
async function makeRoom(
  sql: EntityManager,
  rows: readonly VisitRow[]
): Promise<void> {
  const months = new Set(
    rows.map(({ occurred_at }) => monthStart(occurred_at, 0).getTime())
  )
  await createPartitions(
    sql,
    [...months].flatMap((month) =>
      partitionsFrom(new Date(month), 0, ["visit"])
    )
  )
}

const visitorKey = (row: Pick<StoredVisit, "source_id" | "anonymous_id">) =>
  `${row.source_id}\n${row.anonymous_id}`

function byStart(visits: StoredVisit[]): StoredVisit[] {
  return visits.sort((a, b) => a.started_at.getTime() - b.started_at.getTime())
}

function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string
): Map<string, [Row, ...Row[]]> {
  const groups = new Map<string, [Row, ...Row[]]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) {
      group.push(row)
    } else {
      groups.set(keyOf(row), [row])
    }
  }
  return groups
}
