import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { OutboxContext, OutboxData, OutboxHandler } from "../../../lib/outbox"
import type { PreparedOrder } from "../../../modules/pos/adapters/contract"
import { quantitiesByProduct } from "../../../modules/pos/domain/lines"
import { POS_PUSH_ORDER } from "../../../modules/pos/domain/outbox"
import { isPosError } from "../../../modules/pos/domain/pos-error"
import type { PosOrderRow } from "../../../modules/pos/queries/orders"
import { callPos } from "../call-pos"
import { enqueueCancel } from "../enqueue-cancel"
import { posService } from "../module"
import { isDelivery, readSourceOrder } from "../read-order"
import { handToPerson } from "./give-up"
import { lookUpOrder } from "./look-up-order"
import { orderOfMessage } from "./payload"

/** With the pauses in between about a day: long enough for a POS that is down overnight. */
const MAX_ATTEMPTS = 30
/** Finding a customer, making one and submitting, each with its own time limit. */
const TIMEOUT_MS = 30_000

/**
 * Sends an order to its POS: exactly one ticket, whatever is lost on the way.
 *
 * Before the submission leaves, its body and the moment are stored; after an
 * answer that was lost the POS is asked for the order (`lookup`), and only one
 * that is certainly not there is sent again, unchanged and with the same key.
 */
export const pushOrderHandler: OutboxHandler = {
  kind: POS_PUSH_ORDER,
  maxAttempts: MAX_ATTEMPTS,
  timeoutMs: TIMEOUT_MS,

  async lookup({ payload }, context) {
    const order = await orderOfMessage(payload, context.container)
    return order.push_state === "waiting"
      ? await lookUpOrder(order, context)
      : resultOf(order)
  },

  async send({ payload }, context) {
    const order = await orderOfMessage(payload, context.container)
    if (order.push_state !== "waiting") {
      return resultOf(order)
    }
    try {
      return await push(order, context)
    } catch (error) {
      if (isPosError(error) && error.kind === "refused") {
        return await handToPerson(
          context.container,
          order,
          { code: "refused", message: error.explanation },
          error.message
        )
      }
      throw error
    }
  },
}

async function push(
  order: PosOrderRow,
  { container, signal, idempotencyKey }: OutboxContext
): Promise<OutboxData> {
  const pos = posService(container)
  const { connection_id } = order
  const prepared =
    (await pos.preparedBefore(order)) ??
    (await prepare(order, { container, signal, idempotencyKey }))
  if (!prepared) {
    await pos.withdrawOrder(order.id)
    return { state: "withdrawn" }
  }
  const started = await pos.startSubmission({
    id: order.id,
    prepared,
    seen: order.submit_started_at,
    now: new Date(),
  })
  if (!started) {
    return await afterLosingTheTurn(order.id, container)
  }
  const submitted = await submit(started, prepared, {
    container,
    signal,
    idempotencyKey,
  })
  const sent = await pos.recordSent({
    id: order.id,
    ...submitted,
    now: new Date(),
  })
  if (sent?.cancel_state === "requested") {
    await enqueueCancel([sent], container)
  }
  return { external_id: submitted.external_id, connection_id }
}

/** The submission; null when the order was canceled before anything left. */
async function prepare(
  order: PosOrderRow,
  { container, signal, idempotencyKey }: OutboxContext
): Promise<PreparedOrder | null> {
  const source = await readSourceOrder(order.order_id, container)
  if (!source || source.is_canceled) {
    return null
  }
  const is_delivery = await isDelivery(source, container)
  return await callPos(container, order.connection_id, (session) =>
    session.prepareOrder(
      {
        display_id: source.display_id,
        reference: order.reference,
        customer: source.customer,
        address: source.address,
        is_delivery,
        products: quantitiesByProduct(order.lines),
      },
      idempotencyKey,
      { signal }
    )
  )
}

async function submit(
  order: PosOrderRow,
  prepared: PreparedOrder,
  { container, signal, idempotencyKey }: OutboxContext
) {
  try {
    return await callPos(container, order.connection_id, (session) =>
      session.submitOrder(prepared, idempotencyKey, { signal })
    )
  } catch (error) {
    if (isPosError(error) && !error.maybeDone) {
      await posService(container).forgetSubmission(order.id)
    }
    throw error
  }
}

/** Somebody sent, withdrew or canceled the order in the meantime. */
async function afterLosingTheTurn(
  id: string,
  container: MedusaContainer
): Promise<OutboxData> {
  const now = await posService(container).findOrder(id)
  if (now?.push_state === "waiting") {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      "The order is being sent or canceled by somebody else; whether the POS has it is looked up next"
    )
  }
  return now ? resultOf(now) : { state: "gone" }
}

const resultOf = ({ push_state, external_id }: PosOrderRow): OutboxData => ({
  state: push_state,
  ...(external_id ? { external_id } : {}),
})
