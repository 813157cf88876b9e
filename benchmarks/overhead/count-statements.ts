import { open, stat } from "node:fs/promises"

import { type PostgresServer, withClient } from "../../scripts/postgres"
import type { AppKind } from "../lib/app"
import { PHASES } from "./phases"
import { untilQuiet } from "./quiet"
import { measure, type Side } from "./side"
import { LOG_MARK, readStatements } from "./statements"

/** What one request made a side's database do. */
export type Statements = {
  /** Until the answer. */
  answer: string[]
  /** Afterwards: events and their subscribers. */
  after: string[]
}
export type StatementCounts = Record<string, Record<AppKind, Statements>>

/** A job may run during a request, so the smallest of some counts is taken. */
const TIMES = 3

/**
 * Counts the statements of one request of each phase on both sides, with
 * PostgreSQL's own log. The first pass fills caches and is not counted.
 */
export async function countStatements(
  server: PostgresServer,
  sides: Record<AppKind, Side>
): Promise<StatementCounts> {
  const counts: StatementCounts = Object.fromEntries(
    PHASES.map(({ id }) => [id, { stock: none(), plugin: none() }])
  )
  await logStatements(server, true)
  try {
    for (let time = 0; time <= TIMES; time++) {
      for (const kind of ["stock", "plugin"] as const) {
        const passed = await countOnce(server, sides[kind])
        for (const [phase, found] of passed) {
          const known = counts[phase]?.[kind]
          if (known && time > 0) {
            keepSmaller(known, found, time === 1)
          }
        }
      }
    }
  } finally {
    await logStatements(server, false)
  }
  return counts
}

function none(): Statements {
  return { answer: [], after: [] }
}

function keepSmaller(
  known: Statements,
  found: Statements,
  first: boolean
): void {
  for (const part of ["answer", "after"] as const) {
    if (first || found[part].length < known[part].length) {
      known[part] = found[part]
    }
  }
}

/** One checkout with one cart. */
async function countOnce(
  server: PostgresServer,
  side: Side
): Promise<[string, Statements][]> {
  const cart = {}
  const found: [string, Statements][] = []
  for (const phase of PHASES) {
    await untilQuiet(server)
    const start = await sizeOf(server.logFile)
    await measure(side, phase, [cart], 1)
    const answered = await sizeOf(server.logFile)
    await untilQuiet(server)
    const end = await sizeOf(server.logFile)
    const read = async (from: number, to: number) =>
      readStatements(await readPart(server.logFile, from, to), side.kind)
    found.push([
      phase.id,
      {
        answer: await read(start, answered),
        after: await read(answered, end),
      },
    ])
  }
  return found
}

/** Takes effect in open connections with their next statement. */
async function logStatements(
  server: PostgresServer,
  on: boolean
): Promise<void> {
  await withClient(server.url("postgres"), async (client) => {
    await client.query(
      `alter system set log_statement = ${on ? "'all'" : "'none'"}`
    )
    await client.query(`alter system set log_line_prefix = '${LOG_MARK} %d '`)
    await client.query("select pg_reload_conf()")
    const wanted = on ? "all" : "none"
    for (let shown = ""; shown !== wanted;) {
      const { rows } = await client.query<{ log_statement: string }>(
        "show log_statement"
      )
      shown = rows[0]?.log_statement ?? ""
    }
  })
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file)).size
}

async function readPart(
  file: string,
  from: number,
  to: number
): Promise<string> {
  const handle = await open(file)
  try {
    const buffer = Buffer.alloc(to - from)
    await handle.read(buffer, 0, buffer.length, from)
    return buffer.toString()
  } finally {
    await handle.close()
  }
}
