import {
  AuthenticatedMedusaRequest,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** What tells whose a cart is. */
const OWNER_FIELDS = [
  "id",
  "currency_code",
  "completed_at",
  "customer_id",
  "customer.has_account",
]

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
 * @param fields - of the cart beside those that tell whose it is
 * @throws MedusaError NOT_FOUND for a cart that is missing or somebody else's
 */
export async function retrieveOwnCart(
  req: StoreRequest,
  fields: readonly string[] = []
): Promise<OwnCart> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: [...new Set([...OWNER_FIELDS, ...fields])],
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
