import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"

import { exact } from "../../../modules/delivery/domain/cash"
import type { CashRow } from "../../../modules/delivery/queries/cash"
import { deliveryService } from "../module"
import {
  cashPayments,
  outstanding,
  readStopOrders,
  StopPayment,
} from "../stop-orders"

const LOCK_SECONDS = 10

/**
 * Captures in Medusa what a driver took at a stop, once.
 *
 * Each capture bears the id of its cash entry, so that a second run finds it.
 * Less cash than due is captured as less: Medusa then shows the order partly
 * paid, and the rest stays open. What somebody has captured by hand meanwhile
 * is not captured again.
 *
 * Not undone: the money is in the driver's till.
 */
export const captureCashStep = createStep(
  "capture-cash",
  async ({ stop_id }: { stop_id: string }, { container }) => {
    const locking = container.resolve(Modules.LOCKING)
    const captured = await locking.execute(
      `delivery-cash:${stop_id}`,
      () => captureOnce(stop_id, container),
      { timeout: LOCK_SECONDS }
    )
    return new StepResponse({ captured })
  }
)

async function captureOnce(
  stopId: string,
  container: MedusaContainer
): Promise<number> {
  const delivery = deliveryService(container)
  const entry = await delivery.retrieveCashOfStop(stopId)
  const captured = entry ? await captureEntry(entry, container) : 0
  await delivery.settleStop(stopId, new Date())
  return captured
}

async function captureEntry(
  entry: CashRow,
  container: MedusaContainer
): Promise<number> {
  const orders = await readStopOrders([entry.order_id], container)
  const order = orders.get(entry.order_id)
  const payments = order ? cashPayments(order) : []
  const done = payments.flatMap((payment) => capturesOf(payment, entry.id))
  await completeTransactions(entry, done, container)

  let left = exact(
    entry.amount - done.reduce((sum, { amount }) => sum + amount, 0)
  )
  for (const payment of payments) {
    const amount = Math.min(left, outstanding(payment))
    if (amount > 0) {
      await capturePaymentWorkflow(container).run({
        input: { payment_id: payment.id, amount, captured_by: entry.id },
      })
      left = exact(left - amount)
    }
  }
  return exact(entry.amount - left)
}

const capturesOf = ({ captures }: StopPayment, entryId: string) =>
  (captures ?? []).filter(({ created_by }) => created_by === entryId)

/**
 * Medusa writes the order's transaction after the capture. Killed in between,
 * the order would stay unpaid for ever: writes what is missing.
 */
async function completeTransactions(
  { order_id, currency_code }: CashRow,
  captures: { id: string; amount: number }[],
  container: MedusaContainer
): Promise<void> {
  if (!captures.length) {
    return
  }
  const orders = container.resolve(Modules.ORDER)
  const known = await orders.listOrderTransactions(
    {
      order_id,
      reference: "capture",
      reference_id: captures.map(({ id }) => id),
    },
    { select: ["reference_id"], take: captures.length }
  )
  const written = new Set(known.map(({ reference_id }) => reference_id))
  const missing = captures.filter(({ id }) => !written.has(id))
  if (missing.length) {
    await orders.addOrderTransactions(
      missing.map(({ id, amount }) => ({
        order_id,
        amount,
        currency_code,
        reference: "capture",
        reference_id: id,
      }))
    )
  }
}
