import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"

import { CART_COMPLETED } from "../../../modules/delivery/domain/refusals"
import { VISITOR_KEY } from "../order-visitor"

export type WriteCartVisitorInput = {
  cart: { id: string; completed_at?: unknown; metadata?: unknown }
  anonymous_id: string | null
}

const metadataSchema = z
  .looseObject({ [VISITOR_KEY]: z.string().nullish().catch(null) })
  .nullish()
  .catch(null)

/**
 * Writes a browser's id into the metadata of a cart.
 *
 * @throws MedusaError NOT_ALLOWED when the cart has its order
 */
export const writeCartVisitorStep = createStep(
  "write-cart-visitor",
  async ({ cart, anonymous_id }: WriteCartVisitorInput, { container }) => {
    if (cart.completed_at) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Cart ${cart.id} has its order: say who placed it before, or join the visitor at log-in.`,
        CART_COMPLETED
      )
    }
    const before = metadataSchema.parse(cart.metadata)?.[VISITOR_KEY] ?? null
    await write(cart.id, anonymous_id, container)
    return new StepResponse(null, { cart_id: cart.id, anonymous_id: before })
  },
  async (before, { container }) => {
    if (before) {
      await write(before.cart_id, before.anonymous_id, container)
    }
  }
)

/** Medusa merges metadata by key, and takes a key away that is empty. */
async function write(
  cartId: string,
  anonymous_id: string | null,
  container: MedusaContainer
): Promise<void> {
  await container.resolve(Modules.CART).updateCarts(cartId, {
    metadata: { [VISITOR_KEY]: anonymous_id ?? "" },
  })
}
