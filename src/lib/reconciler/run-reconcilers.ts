import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { tickOf } from "./tick"
import { Reconciler, ReconcilerOutcome } from "./types"

/** What the runner needs of the `runtime` module's service. */
export type ReconcilerStore = {
  /** @returns the run's id, or null when somebody else has this tick or is at it */
  claimReconcilerTick(input: {
    name: string
    tick: Date
    now: Date
    /** A run that began before this instant and never ended has died. */
    abandonedBefore: Date
  }): Promise<string | null>
  finishReconcilerRun(input: {
    id: string
    now: Date
    found: number
    repaired: number
    error: string | null
  }): Promise<void>
}

export type RunReconcilersInput = {
  reconcilers: Reconciler[]
  runtimeService: ReconcilerStore
  container: MedusaContainer
  /** @default the system's clock */
  now?: () => Date
  /**
   * `tick`: at most once per interval over all processes. `now`: the owner
   * asked for it; only a run that is under way prevents it.
   * @default "tick"
   */
  mode?: "tick" | "now"
}

const ABANDONED_AFTER_MS = 10 * 60_000

/**
 * Runs each reconciler whose tick is due, one after the other. A tick is
 * claimed in the database, so it runs once with any number of processes and
 * whatever their schedulers do. One that fails does not stop the others.
 */
export async function runReconcilers({
  reconcilers,
  runtimeService,
  container,
  now = () => new Date(),
  mode = "tick",
}: RunReconcilersInput): Promise<ReconcilerOutcome[]> {
  const outcomes: ReconcilerOutcome[] = []
  for (const reconciler of reconcilers) {
    const startedAt = now()
    const id = await runtimeService.claimReconcilerTick({
      name: reconciler.name,
      tick:
        mode === "now" ? startedAt : tickOf(startedAt, reconciler.everySeconds),
      now: startedAt,
      abandonedBefore: new Date(startedAt.getTime() - ABANDONED_AFTER_MS),
    })
    if (!id) {
      outcomes.push(outcomeOf(reconciler, "skipped"))
      continue
    }
    const outcome = await runOne(reconciler, container, startedAt)
    const { found, repaired, error } = outcome
    await runtimeService.finishReconcilerRun({
      id,
      now: now(),
      found,
      repaired,
      error,
    })
    outcomes.push(outcome)
  }
  return outcomes
}

async function runOne(
  reconciler: Reconciler,
  container: MedusaContainer,
  now: Date
): Promise<ReconcilerOutcome> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const { found, repaired } = await reconciler.run({ container, now })
    if (found > 0) {
      logger.info(
        `Reconciler ${reconciler.name}: found ${found}, repaired ${repaired}`
      )
    }
    return { ...outcomeOf(reconciler, "done"), found, repaired }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    logger.error(`Reconciler ${reconciler.name} failed: ${text}`)
    return { ...outcomeOf(reconciler, "failed"), error: text.slice(0, 1_000) }
  }
}

function outcomeOf(
  { name }: Reconciler,
  status: ReconcilerOutcome["status"]
): ReconcilerOutcome {
  return { name, status, found: 0, repaired: 0, error: null }
}
