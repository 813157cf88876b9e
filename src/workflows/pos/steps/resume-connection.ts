import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  POS_CANCEL_ORDER,
  POS_PUSH_ORDER,
} from "../../../modules/pos/domain/outbox"
import { RUNTIME_MODULE } from "../../../modules/runtime"
import RuntimeModuleService from "../../../modules/runtime/service"
import { posService } from "../module"

/** More than a shop sends while a key is wrong; the button does the rest. */
const MOST = 500

/**
 * Queues again what was given up while a connection did not work. Messages of
 * orders that wait for a person stay where they are.
 */
export const resumePosConnectionStep = createStep(
  "resume-pos-connection",
  async ({ id }: { id: string }, { container }) => {
    const pos = posService(container)
    const connection = await pos.retrievePosConnection(id, {
      select: ["id", "is_paused", "health"],
    })
    if (connection.is_paused || connection.health === "attention") {
      return new StepResponse({ requeued: 0 })
    }
    const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
    const failed = await runtime.listOutboxMessages(
      {
        kind: [POS_PUSH_ORDER, POS_CANCEL_ORDER],
        status: "failed",
        key: { $like: `${id}:%` },
      },
      { take: MOST, select: ["id", "key"] }
    )
    const waiting = failed.length
      ? await pos.listPosOrders(
          {
            connection_id: id,
            order_id: failed.map(({ key }) => key.slice(id.length + 1)),
            attention_code: null,
          },
          { take: MOST, select: ["id", "order_id"] }
        )
      : []
    const orders = new Set(waiting.map(({ order_id }) => order_id))
    let requeued = 0
    for (const { id: messageId, key } of failed) {
      if (
        orders.has(key.slice(id.length + 1)) &&
        (await runtime.requeueFailedOutboxMessage(messageId))
      ) {
        requeued++
      }
    }
    return new StepResponse({ requeued })
  }
)
