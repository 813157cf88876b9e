import { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

import { cashLimitCheck } from "../delivery/cash-check"
import { deliverySlotCheck } from "../delivery/completion-check"
import {
  CompletionCheck,
  CompletionInput,
  runChecks,
  Taken,
  undoChecks,
} from "./compose-checks"

/** In this order: what is refused for free comes before what must be given back. */
const CHECKS: readonly CompletionCheck[] = [deliverySlotCheck, cashLimitCheck]

/**
 * The composed guard of `completeCart.validate`. A host that runs with
 * `registerHooks: false` calls it from its own handler:
 *
 * @example
 * ```ts
 * completeCartWorkflow.hooks.validate(
 *   async (input, context) => {
 *     await myOwnCheck(input)
 *     return await guardCartCompletion(input, context)
 *   },
 *   undoCartCompletion
 * )
 * ```
 * @throws MedusaError NOT_ALLOWED with a code when the cart may not become an order
 */
export async function guardCartCompletion(
  input: CompletionInput,
  { container }: { container: MedusaContainer }
): Promise<StepResponse<Taken[], Taken[]>> {
  const taken = await runChecks(CHECKS, input, container)
  return new StepResponse(taken, taken)
}

/** Compensation of `guardCartCompletion`: the order failed after the guard passed. */
export async function undoCartCompletion(
  taken: Taken[] | undefined,
  { container }: { container: MedusaContainer }
): Promise<void> {
  await undoChecks(CHECKS, taken ?? [], container)
}
