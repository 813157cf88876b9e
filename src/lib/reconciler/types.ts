import { MedusaContainer } from "@medusajs/framework/types"

/**
 * Finds and repairs what a lost event or a crash left behind. Safe to run at
 * any time and any number of times.
 */
export type Reconciler = {
  /** Unique name in kebab-case, shown on the System page. */
  name: string
  /** How often it should run. The runner looks once a minute. */
  everySeconds: number
  /**
   * @returns how many things were found wrong, and how many of them are right now
   */
  run(input: {
    container: MedusaContainer
    now: Date
  }): Promise<{ found: number; repaired: number }>
}

export type ReconcilerOutcome = {
  name: string
  /** `skipped`: this tick was or is being run by somebody else. */
  status: "done" | "failed" | "skipped"
  found: number
  repaired: number
  error: string | null
}
