import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { Instructions, UpdateInstructions } from "../../../sdk/types"
import {
  INSTRUCTIONS_KEY,
  mergeInstructions,
  readInstructions,
} from "../instructions"

export type WriteInstructionsInput = {
  cart: {
    id: string
    metadata?: unknown
    items: { id: string; metadata?: unknown }[]
  }
  change: UpdateInstructions
}

type Written = { id: string; instructions: Instructions }
type Undo = { cart: Written | null; items: Written[] }

/**
 * Writes instructions into the metadata of a cart and its lines.
 *
 * @throws MedusaError INVALID_DATA naming a line that is not of the cart
 */
export const writeInstructionsStep = createStep(
  "write-instructions",
  async ({ cart, change }: WriteInstructionsInput, { container }) => {
    const { items: lines = [], ...whole } = change
    const own = new Map(cart.items.map((item) => [item.id, item]))
    const foreign = lines.find(({ item_id }) => !own.has(item_id))
    if (foreign) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Line item ${foreign.item_id} is not in cart ${cart.id}: name lines of this cart.`
      )
    }
    const before: Undo = {
      cart: Object.keys(whole).length
        ? { id: cart.id, instructions: readInstructions(cart.metadata) }
        : null,
      items: lines.map(({ item_id }) => ({
        id: item_id,
        instructions: readInstructions(own.get(item_id)?.metadata),
      })),
    }
    const after: Undo = {
      cart: before.cart && {
        id: cart.id,
        instructions: mergeInstructions(before.cart.instructions, whole),
      },
      items: before.items.map(({ id, instructions }, index) => {
        const { item_id: _, ...line } = lines[index]
        return { id, instructions: mergeInstructions(instructions, line) }
      }),
    }
    await write(after, container)
    return new StepResponse(null, before)
  },
  async (before, { container }) => {
    if (before) {
      await write(before, container)
    }
  }
)

/** Medusa merges metadata by key, so what a storefront keeps there stays. */
async function write(
  { cart, items }: Undo,
  container: MedusaContainer
): Promise<void> {
  const carts = container.resolve(Modules.CART)
  if (items.length) {
    await carts.updateLineItems(
      items.map(({ id, instructions }) => ({
        selector: { id },
        data: { metadata: { [INSTRUCTIONS_KEY]: instructions } },
      }))
    )
  }
  if (cart) {
    await carts.updateCarts(cart.id, {
      metadata: { [INSTRUCTIONS_KEY]: cart.instructions },
    })
  }
}
