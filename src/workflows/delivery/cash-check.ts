import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { CASH_NOT_ALLOWED } from "../../modules/delivery/domain/refusals"
import { CompletionCheck } from "../hooks/compose-checks"
import { findCashRefusal } from "./cash-limits"
import { hasOrder } from "./completion-check"
import { CASH_PROVIDER_ID } from "./stop-orders"

const cartSchema = z.looseObject({
  id: z.string(),
  payment_collection: z
    .looseObject({
      payment_sessions: z
        .array(z.looseObject({ provider_id: z.string() }).nullable())
        .nullish(),
    })
    .nullish(),
})

/**
 * Refuses an order that is to be paid in cash above what is allowed. A provider
 * knows neither cart nor district, and a storefront may not have asked
 * `GET /store/carts/:id/payment-providers`. Nothing is taken, so nothing is undone.
 */
export const cashLimitCheck: CompletionCheck = {
  id: "cash-limit",

  async check({ cart }, container) {
    const { id, payment_collection } = cartSchema.parse(cart)
    const sessions = payment_collection?.payment_sessions ?? []
    const isCash = sessions.some(
      (session) => session?.provider_id === CASH_PROVIDER_ID
    )
    if (!isCash || (await hasOrder(id, container))) {
      return null
    }
    const refusal = await findCashRefusal(cart, container)
    if (refusal) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        refusal.message,
        CASH_NOT_ALLOWED
      )
    }
    return null
  },

  async undo() {
    // Nothing was taken.
  },
}
