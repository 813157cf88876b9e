import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { attentionOf, decideOrder } from "../decide-order"
import { posService } from "../module"
import { readSourceOrder } from "../read-order"
import { takenLines } from "../taken-lines"

/**
 * Decides an order again by today's catalogue and takes away what kept it from
 * being sent. The person who asks has looked that there is no ticket: the
 * submission of before is forgotten, its idempotency key is not.
 *
 * Last step that can fail before the message is queued, so it is not undone.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED when there is nothing to send or still something to settle
 */
export const reopenPosOrderStep = createStep(
  "reopen-pos-order",
  async (input: { id: string; order_id: string }, { container }) => {
    const pos = posService(container)
    const order = await pos.findOrder(input.id)
    if (!order || order.order_id !== input.order_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Order ${input.order_id} has no POS order ${input.id}`
      )
    }
    const source = await readSourceOrder(order.order_id, container)
    if (!source || source.is_canceled || !canReopen(order.push_state)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `POS order ${order.id} is ${source?.is_canceled ? "canceled" : order.push_state}: there is nothing to send`
      )
    }
    const connection = await pos.retrievePosConnection(order.connection_id)
    const others = await pos.listPosOrders(
      { order_id: order.order_id },
      { take: 200 }
    )
    const decision = await decideOrder(
      {
        order: source,
        connection_id: connection.id,
        settings: await pos.readSettings(
          connection.adapter,
          connection.settings
        ),
        taken: takenLines(others.filter(({ id }) => id !== order.id)),
      },
      container
    )
    const attention = attentionOf(decision)
    if (attention) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        attention.message,
        attention.code
      )
    }
    if (decision.kind === "skip") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `${connection.name} carries none of the order's products. Read its catalogue again if that is wrong.`
      )
    }
    const reopened = await pos.reopenOrder(order.id, {
      push_state: "waiting",
      lines: decision.lines,
      skipped_lines: decision.skipped,
      attention: null,
    })
    if (!reopened) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `POS order ${order.id} was sent or canceled just now`
      )
    }
    const { id, connection_id, order_id } = reopened
    return new StepResponse({ id, connection_id, order_id })
  }
)

const canReopen = (state: string) => state === "waiting" || state === "skipped"
