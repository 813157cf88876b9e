import { randomUUID } from "node:crypto"

import { median } from "../lib/stats"
import type { RawJob } from "./raw-insert"
import type { SendJob, SendResult, SendWhat } from "./send-job"
import type { Setting } from "./setting"

/** Events in a request that has several. */
export const BATCH = 50
/** The raw statement at its best, as measured for the reference. */
const RAW = { rows: 1_000, connections: 4 }
const BATCH_CONNECTIONS = 16

export type Measured = {
  /** Answers, events or rows per second: median of the rounds. */
  perSecond: number
  rounds: number[]
}

/** A collector that is measured: in the shop, or in a process of its own. */
export type Target = { port: number; prefix: string; writeKey: string }

export const track = ({ prefix, writeKey }: Target): SendWhat => ({
  kind: "events",
  path: `${prefix}/v1/track`,
  writeKey,
  perRequest: 1,
})

export const batch = ({ prefix, writeKey }: Target): SendWhat => ({
  kind: "events",
  path: `${prefix}/v1/batch`,
  writeKey,
  perRequest: BATCH,
})

/** A short text that no other job of this benchmark has. */
export const newRun = (): string => randomUUID().slice(0, 13)

/**
 * Sends for some seconds.
 *
 * @throws Error when anything was answered with another status than 200
 */
export async function sendFor(
  { sender }: Setting,
  job: Omit<SendJob, "run">
): Promise<SendResult> {
  const result = await sender.run({ ...job, run: newRun() })
  if (Object.keys(result.others).length || !result.answered) {
    throw new Error(
      `${JSON.stringify(job.what)} was answered with ${JSON.stringify(result.others)} beside ${result.answered} times 200`
    )
  }
  return result
}

/** Single events, batches and the raw statement, in turn, some rounds. */
export async function measureThroughput(
  setting: Setting,
  target: Target,
  plan: { rounds: number; seconds: number; connections: number },
  rawUrl: string
): Promise<Record<"health" | "single" | "batch" | "raw" | "keyed", Measured>> {
  const { port } = target
  const { seconds, connections } = plan
  const rate = async (what: SendWhat, factor: number, over: number) => {
    const { answered, elapsed_ms } = await sendFor(setting, {
      port,
      what,
      connections: over,
      seconds,
    })
    return (answered * factor * 1000) / elapsed_ms
  }
  const raw = async (withKeys: boolean) => {
    const job: RawJob = {
      ...RAW,
      url: rawUrl,
      run: newRun(),
      withKeys,
      seconds,
    }
    const { rows, elapsed_ms } = await setting.raw.run(job)
    return (rows * 1000) / elapsed_ms
  }
  const few = Math.min(connections, BATCH_CONNECTIONS)
  const steps = {
    health: () => rate({ kind: "get", path: "/health" }, 1, connections),
    single: () => rate(track(target), 1, connections),
    batch: () => rate(batch(target), BATCH, few),
    raw: () => raw(false),
    keyed: () => raw(true),
  }
  const seen = { health: [], single: [], batch: [], raw: [], keyed: [] } as {
    [Step in keyof typeof steps]: number[]
  }
  // The first round warms both sides up.
  for (let round = 0; round <= plan.rounds; round++) {
    for (const step of Object.keys(steps) as (keyof typeof steps)[]) {
      const perSecond = await steps[step]()
      if (round > 0) {
        seen[step].push(perSecond)
      }
    }
  }
  const measured = (rounds: number[]) => ({ perSecond: median(rounds), rounds })
  return {
    health: measured(seen.health),
    single: measured(seen.single),
    batch: measured(seen.batch),
    raw: measured(seen.raw),
    keyed: measured(seen.keyed),
  }
}
