import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { OutboxData } from "../../../lib/outbox"
import { RUNTIME_MODULE } from "../../../modules/runtime"
import RuntimeModuleService from "../../../modules/runtime/service"

export type EnqueueOutboxInput = {
  /** The handler that will send it, for example `notify-owner`. */
  kind: string
  /**
   * Names the effect, so that it happens once however often it is asked for:
   * for example the order's id. Unique within the kind.
   */
  key: string
  payload: OutboxData
}

export const enqueueOutboxStepId = "enqueue-outbox"

/**
 * Stores the intent to tell another system something; the `send-outbox` job
 * sends it within seconds. Make it the last step that can fail: a message may
 * be on its way before the workflow ends.
 *
 * A message whose (kind, key) exists is left alone. When the workflow is rolled
 * back, only messages that this run inserted are removed, and of those only
 * the ones that have not been sent.
 */
export const enqueueOutboxStep = createStep(
  enqueueOutboxStepId,
  async (messages: EnqueueOutboxInput[], { container }) => {
    const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
    const ids = await runtime.enqueueOutboxMessages(messages)
    return new StepResponse({ ids }, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
      await runtime.removeUnsentOutboxMessages(ids)
    }
  }
)
