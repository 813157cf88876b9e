import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { RUNTIME_MODULE } from "../../../modules/runtime"
import RuntimeModuleService from "../../../modules/runtime/service"

export const requeueOutboxMessageStepId = "requeue-outbox-message"

/**
 * Puts a dead letter back into the queue with a fresh number of attempts and
 * its old idempotency key.
 *
 * @throws MedusaError NOT_FOUND for an unknown id, NOT_ALLOWED when the message is not a dead letter
 */
export const requeueOutboxMessageStep = createStep(
  requeueOutboxMessageStepId,
  async ({ id }: { id: string }, { container }) => {
    const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
    const { kind, key, attempts, status } =
      await runtime.retrieveOutboxMessage(id)
    if (!(await runtime.requeueFailedOutboxMessage(id))) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Outbox message ${id} is ${status}; only failed messages can be replayed`
      )
    }
    return new StepResponse({ id, kind, key, attempts }, { id, attempts })
  },
  async (requeued, { container }) => {
    if (requeued) {
      const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
      await runtime.failRequeuedOutboxMessage(requeued.id, requeued.attempts)
    }
  }
)
