import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

/** What Medusa hands to `completeCart.validate`. */
export type CompletionInput = { cart: unknown }

/** What a check needs to take back what it did; stored with the workflow, so plain JSON. */
export type UndoData = Record<string, string>

/**
 * One thing that must hold, or must be taken, before a cart becomes an order:
 * a slot, a purchase limit, points, a cash limit.
 */
export type CompletionCheck = {
  /** Stable name; it is stored with the undo data. */
  id: string
  /**
   * Throws a `MedusaError` with a code to refuse the order. Returns what `undo`
   * needs, or null when nothing was taken. Must pass when run again for a cart
   * that has its order.
   */
  check(
    input: CompletionInput,
    container: MedusaContainer
  ): Promise<UndoData | null>
  /** Takes back what `check` took. Must be harmless when repeated. */
  undo(data: UndoData, container: MedusaContainer): Promise<void>
}

/** What one check took. */
export type Taken = { id: string; data: UndoData }

/**
 * Runs checks in order. When one refuses, what the earlier ones took is taken
 * back, in reverse, and the refusal is thrown on.
 */
export async function runChecks(
  checks: readonly CompletionCheck[],
  input: CompletionInput,
  container: MedusaContainer
): Promise<Taken[]> {
  const taken: Taken[] = []
  for (const { id, check } of checks) {
    try {
      const data = await check(input, container)
      if (data) {
        taken.push({ id, data })
      }
    } catch (refusal) {
      await undoChecks(checks, taken, container)
      throw refusal
    }
  }
  return taken
}

/** Takes back what checks took, last one first. One that fails does not keep the others. */
export async function undoChecks(
  checks: readonly CompletionCheck[],
  taken: readonly Taken[],
  container: MedusaContainer
): Promise<void> {
  const failures: string[] = []
  for (const { id, data } of [...taken].reverse()) {
    try {
      await checks.find((check) => check.id === id)?.undo(data, container)
    } catch (error) {
      failures.push(`${id}: ${messageOf(error)}`)
    }
  }
  if (failures.length) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Completion checks could not be taken back, the reconcilers will: ${failures.join("; ")}`
    )
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
