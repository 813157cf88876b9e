import { MedusaContainer } from "@medusajs/framework/types"

import { OutboxContext, OutboxData } from "../../../lib/outbox"
import { decideLostAnswer } from "../../../modules/pos/domain/lost-answer"
import type { LookupResult } from "../../../modules/pos/domain/lost-answer"
import { PosError } from "../../../modules/pos/domain/pos-error"
import type { PosOrderRow } from "../../../modules/pos/queries/orders"
import { callPos } from "../call-pos"
import { enqueueCancel } from "../enqueue-cancel"
import { posService } from "../module"
import { handToPerson } from "./give-up"

/**
 * Finds out whether the POS has an order whose submission got no answer.
 *
 * @returns what is kept with the message when the matter is settled, null when
 *   the order is to be sent (again)
 * @throws PosError `retry` while it is too early to tell, UndeliverableError
 *   when only a person can
 */
export async function lookUpOrder(
  order: PosOrderRow,
  { container, signal }: Pick<OutboxContext, "container" | "signal">
): Promise<OutboxData | null> {
  const { submit_started_at, external_customer_id } = order
  if (!submit_started_at || !external_customer_id) {
    // Nothing has left yet.
    return null
  }
  const submitted_at = new Date(submit_started_at)
  const looked = await callPos(
    container,
    order.connection_id,
    async (session, { settings }) => {
      if (settings.lost_answer === "replay" && order.cancel_state === "none") {
        return null
      }
      const result = await session.findOrder(
        {
          reference: order.reference,
          external_customer_id,
          submitted_at,
          now: new Date(),
        },
        { signal }
      )
      return { result, settleMs: settings.settle_seconds * 1_000 }
    }
  )
  if (!looked) {
    return null
  }
  const decision = decideLostAnswer({
    result: await withoutOurs(order, looked.result, container),
    submittedAt: submitted_at,
    now: new Date(),
    settleMs: looked.settleMs,
  })
  switch (decision.kind) {
    case "adopt":
      return await adopt(order, decision, container)
    case "wait":
      throw new PosError(
        "retry",
        `The answer of the POS was lost and the order is not listed there yet; looking again until ${decision.until.toISOString()} before it is sent once more.`
      )
    case "person":
      return await handToPerson(
        container,
        order,
        { code: "unclear_ticket", message: WHY[decision.why] },
        WHY[decision.why]
      )
    case "resend":
      if (order.cancel_state === "requested") {
        await posService(container).withdrawOrder(order.id)
        return { state: "withdrawn" }
      }
      return null
  }
}

const WHY = {
  candidates:
    "The answer of the POS was lost, and the customer has an open order there that may be this one. Look for it at the POS: if this order is not there, send it again.",
  no_id:
    "The answer of the POS was lost. It has a ticket with this order's reference, but does not say which order it is. Look at the POS before you send it again.",
}

/** Orders of ours that are accounted for cannot be the lost one. */
async function withoutOurs(
  order: PosOrderRow,
  result: LookupResult,
  container: MedusaContainer
): Promise<LookupResult> {
  if (result.kind === "found") {
    return result
  }
  return {
    kind: "none",
    candidates: await posService(container).withoutOurs(
      order.connection_id,
      result.candidates
    ),
  }
}

async function adopt(
  order: PosOrderRow,
  found: { external_id: string; transaction_id: string | null },
  container: MedusaContainer
): Promise<OutboxData> {
  const sent = await posService(container).recordSent({
    id: order.id,
    external_id: found.external_id,
    transaction_id: found.transaction_id,
    now: new Date(),
  })
  if (sent?.cancel_state === "requested") {
    await enqueueCancel([sent], container)
  }
  return { external_id: found.external_id, found_by_reference: true }
}
