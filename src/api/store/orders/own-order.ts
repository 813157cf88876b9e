import {
  AuthenticatedMedusaRequest,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { Actor } from "../../../lib/actor"
import {
  readSlotOrder,
  SlotOrder,
} from "../../../workflows/delivery/order-slot/read-order"

type StoreRequest = Pick<MedusaStoreRequest, "params" | "scope"> &
  Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>

/**
 * The order of the path, if the caller may change its delivery. As in Medusa's
 * own `GET /store/orders/:id` the id is the key, also for guests, and a draft is
 * no order yet; but the order of a customer's account is not for another one
 * who is logged in.
 *
 * @throws MedusaError NOT_FOUND for an order that is missing, a draft or somebody else's
 */
export async function retrieveOwnOrder(
  req: StoreRequest
): Promise<{ order: SlotOrder; actor: Actor }> {
  const order = await readSlotOrder(req.params.id, req.scope)
  const caller = req.auth_context?.actor_id
  const isAnothers =
    order.customer?.has_account && caller && order.customer.id !== caller
  if (order.is_draft || isAnothers) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order with id: ${req.params.id} was not found`
    )
  }
  return {
    order,
    actor: {
      type: "customer",
      id: caller || order.customer?.id || "guest",
    },
  }
}
