import { OutboxContext, OutboxData, OutboxHandler } from "../../../lib/outbox"
import { POS_CANCEL_ORDER } from "../../../modules/pos/domain/outbox"
import { isPosError } from "../../../modules/pos/domain/pos-error"
import { isTerminal, statusOf } from "../../../modules/pos/domain/status"
import type { PosOrderReport } from "../../../modules/pos/adapters/contract"
import type { PosOrderRow } from "../../../modules/pos/queries/orders"
import { applyReport } from "../apply-report"
import { callPos } from "../call-pos"
import { posService } from "../module"
import { tellOwner } from "../tell-owner"
import { orderOfMessage } from "./payload"

const REASON = "Canceled in the online shop"
const MAX_ATTEMPTS = 30
const TIMEOUT_MS = 30_000

type Outcome = { report: PosOrderReport | null; refused: boolean }

/**
 * Cancels at the POS what was canceled in Medusa. The POS is asked before and
 * after: canceling twice does nothing, and why it refuses is told by the status
 * only (its refusal is empty).
 */
export const cancelOrderHandler: OutboxHandler = {
  kind: POS_CANCEL_ORDER,
  maxAttempts: MAX_ATTEMPTS,
  timeoutMs: TIMEOUT_MS,

  async send({ payload }, context) {
    const order = await orderOfMessage(payload, context.container)
    if (order.cancel_state !== "requested" || !order.external_id) {
      return { cancel_state: order.cancel_state }
    }
    return await cancel(order, order.external_id, context)
  },
}

async function cancel(
  order: PosOrderRow,
  externalId: string,
  { container, signal }: OutboxContext
): Promise<OutboxData> {
  const { outcome, statusMap } = await callPos(
    container,
    order.connection_id,
    async (session, { status_map }) => {
      const read = () => session.readOrder(externalId, { signal })
      const before = await read()
      const status = before && statusOf(before.word, status_map)
      if (!before || isTerminal(status) || before.is_cancellable === false) {
        return {
          outcome: { report: before, refused: true },
          statusMap: status_map,
        }
      }
      const refused = await session
        .cancelOrder(externalId, REASON, { signal })
        .then(
          () => false,
          (error: unknown) => {
            if (isPosError(error) && error.kind === "refused") {
              return true
            }
            throw error
          }
        )
      const outcome: Outcome = { report: await read(), refused }
      return { outcome, statusMap: status_map }
    }
  )
  const { report, refused } = outcome
  if (report) {
    await applyReport(order, report, statusMap, container)
  }
  const status = report && statusOf(report.word, statusMap)
  if (status === "cancelled" || status === "rejected") {
    return { cancel_state: "done" }
  }
  if (!refused) {
    // Accepted; the status follows minutes later, and polling sees it.
    return { cancel_state: "requested" }
  }
  await posService(container).recordCancelRefused(order.id, {
    code: "cancel_refused",
    message: report
      ? `The POS does not cancel the order any more: it is ${report.word} there. Cancel it at the counter.`
      : "The POS does not know the order any more. Look for it at the counter.",
  })
  await tellOwner(container, {
    key: `pos-order:${order.id}:cancel_refused`,
    title: `Order ${order.reference} was canceled, but not at the POS`,
    description: report
      ? `It is ${report.word} there. Cancel it at the counter.`
      : "The POS does not know it any more. Look for it at the counter.",
  })
  return { cancel_state: "refused" }
}
