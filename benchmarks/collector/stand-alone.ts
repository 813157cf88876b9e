import { once } from "node:events"
import path from "node:path"

import { createDatabase, freePort, withClient } from "../../scripts/postgres"
import { spawnGuarded } from "../../scripts/start/child"
import type { BenchmarkContext } from "../lib/benchmark"
import { absolute, type Figure, relative } from "../lib/figure"
import type { CollectorPlan } from "./plan"
import { RAW_TABLES } from "./raw-insert"
import type { Setting } from "./setting"
import { makeStore } from "./store"
import {
  BATCH,
  measureThroughput,
  sendFor,
  type Target,
  track,
} from "./throughput"
const SINGLES = 6_000
const PROBE_MS = 50
const PATIENCE_MS = 20_000

/** A collector in a process of its own, on a database of its own. */
export type Alone = Target & { databaseUrl: string }

/** @throws Error when it does not serve in time */
export async function startAlone(
  { teardown }: BenchmarkContext,
  { server, app, shop, env }: Setting
): Promise<Alone> {
  const databaseUrl = await createDatabase(server, "alone")
  const store = await makeStore(app, databaseUrl)
  await store.mirrorWriteKeys([
    { token: shop.publishable_key, source_id: "bench", revoked_at: null },
  ])
  await store.close()
  const port = await freePort()
  const child = spawnGuarded(
    {
      args: [path.join(app.built, "src/collector/standalone/bin.js")],
      cwd: app.built,
      env: {
        ...process.env,
        ...env,
        ACTIVITY_DATABASE_URL: databaseUrl,
        PORT: String(port),
      },
    },
    "inherit"
  )
  const ended = once(child, "exit")
  teardown.add(async () => {
    child.kill("SIGTERM")
    await ended
  })
  const end = performance.now() + PATIENCE_MS
  while (!(await answers(port))) {
    if (performance.now() > end) {
      throw new Error("The collector does not serve.")
    }
    await new Promise((resolve) => setTimeout(resolve, PROBE_MS))
  }
  return { port, prefix: "", writeKey: shop.publishable_key, databaseUrl }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/health`)).ok
  } catch {
    return false
  }
}

/** The collector by itself, beside what Postgres does by itself. */
export async function measureAlone(
  setting: Setting,
  plan: CollectorPlan,
  alone: Alone
): Promise<Figure[]> {
  await withClient(alone.databaseUrl, (client) => client.query(RAW_TABLES))
  const { health, single, batch, raw, keyed } = await measureThroughput(
    setting,
    alone,
    plan,
    alone.databaseUrl
  )
  const half = await sendFor(setting, {
    port: alone.port,
    what: track(alone),
    connections: plan.connections,
    seconds: plan.seconds * 2,
    rate: SINGLES / 2,
  })
  return [
    absolute(
      "single events/s",
      single.perSecond,
      { atLeast: SINGLES },
      single.rounds
    ),
    relative("the same", single.perSecond, {
      label: "its /health",
      value: health.perSecond,
    }),
    absolute(`p99 at ${SINGLES / 2} single events/s, ms`, half.p99_ms, {
      atMost: 40,
    }),
    relative(
      `events/s in batches of ${BATCH}`,
      batch.perSecond,
      { label: "raw unnest", value: raw.perSecond },
      { atLeast: 0.45 },
      batch.rounds
    ),
    relative("the same", batch.perSecond, {
      label: "raw unnest with keys",
      value: keyed.perSecond,
    }),
  ]
}
