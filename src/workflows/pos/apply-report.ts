import { MedusaContainer } from "@medusajs/framework/types"

import type { PosOrderReport } from "../../modules/pos/adapters/contract"
import {
  followStatus,
  isTerminal,
  PosStatus,
  StatusMap,
} from "../../modules/pos/domain/status"
import type { Attention } from "../../modules/pos/queries/follow"
import type { PosOrderRow } from "../../modules/pos/queries/orders"
import { posService } from "./module"
import { tellOwner } from "./tell-owner"

const isOff = (status: PosStatus | null) =>
  status === "cancelled" || status === "rejected"

/** Writes what the POS said about an order, and tells the owner what is news to him. */
export async function applyReport(
  order: PosOrderRow,
  report: PosOrderReport,
  statusMap: StatusMap,
  container: MedusaContainer
): Promise<void> {
  const now = new Date()
  const facts = followStatus(
    order,
    { word: report.word, rejected_reason: report.rejected_reason },
    statusMap
  )
  const off = isOff(facts.status)
  const cancel_state =
    off && order.cancel_state !== "none" ? "done" : order.cancel_state
  const isNews = await posService(container).recordStatus({
    ...facts,
    id: order.id,
    transaction_id: report.transaction_id,
    reason: report.rejected_reason,
    cancel_state,
    attention: attentionOf(order, report, off),
    closed: isTerminal(facts.status),
    now,
  })
  if (!isNews) {
    return
  }
  if (off && order.cancel_state === "none") {
    await tellOwner(container, {
      key: `pos-order:${order.id}:canceled_at_pos`,
      title: `Order ${order.reference} was ${facts.status} at the POS`,
      description: "Decide what becomes of it in the shop.",
    })
  }
  if (facts.is_status_unknown) {
    const day = now.toISOString().slice(0, 10)
    await tellOwner(container, {
      key: `pos-status:${order.connection_id}:${report.word}:${day}`,
      title: `The POS uses a status nobody has explained: ${report.word}`,
      description:
        "Say in the connection's settings what it means. Until then it changes nothing.",
    })
  }
}

function attentionOf(
  order: Pick<PosOrderRow, "cancel_state" | "attention_code" | "attention">,
  report: Pick<PosOrderReport, "word" | "rejected_reason">,
  off: boolean
): Attention | null {
  if (off) {
    return order.cancel_state === "none"
      ? {
          code: "canceled_at_pos",
          message: report.rejected_reason
            ? `The POS turned the order down: ${report.rejected_reason}`
            : `The order is ${report.word} at the POS, but not in the shop. Cancel it here too, or order it there again.`,
        }
      : null
  }
  // The POS lists it again; a refusal to cancel stays until it is settled.
  return order.cancel_state === "refused" && order.attention_code
    ? { code: order.attention_code, message: order.attention ?? "" }
    : null
}
