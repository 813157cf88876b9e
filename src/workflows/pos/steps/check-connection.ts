import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { PosIdentity } from "../../../modules/pos/adapters/contract"
import { isPosError } from "../../../modules/pos/domain/pos-error"
import { callPos } from "../call-pos"
import { posService } from "../module"

export type CheckResult = {
  ok: boolean
  identity: PosIdentity | null
  message: string | null
}

/**
 * Asks the vendor whom the key belongs to, also when the connection waits for a
 * person. Writes only what was found out, so there is nothing to undo.
 */
export const checkPosConnectionStep = createStep(
  "check-pos-connection",
  async ({ id }: { id: string }, { container }) => {
    const result = await callPos(container, id, (session) => session.check(), {
      force: true,
    }).then(
      (identity): CheckResult => ({ ok: true, identity, message: null }),
      (error: unknown): CheckResult => {
        if (isPosError(error)) {
          return { ok: false, identity: null, message: error.explanation }
        }
        throw error
      }
    )
    if (result.identity) {
      await posService(container).updatePosConnections({
        id,
        identity: result.identity,
      })
    }
    return new StepResponse(result)
  }
)
