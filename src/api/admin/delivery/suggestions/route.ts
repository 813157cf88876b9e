import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type {
  OrderSuggestionsResponse,
  WeekSummaryResponse,
} from "../../../../sdk/types"
import { suggestForOrder } from "../../../../workflows/delivery/suggest-for-order"
import { summarizeWeek } from "../../../../workflows/delivery/week-summary"
import { AdminGetSuggestionsType } from "./validators"

/**
 * With `order_id`: the slots an order could have, best day first, with the
 * detour each means and the metres saved against the slot it has. With `from`
 * and `to`: how full each district's days are, and what is driven for a delivery.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OrderSuggestionsResponse | WeekSummaryResponse>
) => {
  const query = req.validatedQuery as AdminGetSuggestionsType
  if ("order_id" in query) {
    const suggestions = await suggestForOrder(
      query.order_id,
      new Date(),
      req.scope
    )
    res.json({ suggestions })
    return
  }
  res.json({ week: await summarizeWeek(query, req.scope) })
}
