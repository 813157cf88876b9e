import {
  AuthenticatedMedusaRequest,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { CART_DELIVERY_FIELDS } from "../../../workflows/delivery/cart-facts"

const cartSchema = z.looseObject({
  id: z.string(),
  currency_code: z.string(),
  customer_id: z.string().nullish(),
  completed_at: z.unknown(),
  customer: z.looseObject({ has_account: z.boolean() }).nullish(),
})
type OwnCart = z.infer<typeof cartSchema>

type StoreRequest = Pick<MedusaStoreRequest, "params" | "scope"> &
  Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>

/**
 * The cart of the path, if the caller may use it: as in Medusa's own cart
 * routes the id is the key, but the cart of a customer's account is not for
 * another customer.
 *
 * @throws MedusaError NOT_FOUND for a cart that is missing or somebody else's
 */
export async function retrieveOwnCart(req: StoreRequest): Promise<OwnCart> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: CART_DELIVERY_FIELDS,
    filters: { id: req.params.id },
  })
  const cart = data[0] ? cartSchema.parse(data[0]) : null
  const caller = req.auth_context?.actor_id
  const isAnothers =
    cart?.customer?.has_account && caller && cart.customer_id !== caller
  if (!cart || isAnothers) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Cart with id: ${req.params.id} was not found`
    )
  }
  return cart
}
