import { MedusaContainer } from "@medusajs/framework/types"

import { activityService } from "./module"

/** A run ends before the next is due; what is left is counted then. */
const MAX_RUN_MS = 45_000

/**
 * Counts what was collected since the last time into facts and visits, in
 * portions that are each one transaction. Another process that does the same is
 * left alone.
 *
 * @param options.maxMs - how long it may take, in ms
 * @returns how many events were counted
 */
export async function rollUpActivity(
  container: MedusaContainer,
  { maxMs = MAX_RUN_MS }: { maxMs?: number } = {}
): Promise<{ events: number }> {
  const service = activityService(container)
  const until = performance.now() + maxMs
  let events = 0
  while (performance.now() < until) {
    const turn = await service.rollUp()
    events += turn.events
    if (turn.state !== "more") {
      break
    }
  }
  return { events }
}
