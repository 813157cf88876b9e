import type { HttpTypes } from "@medusajs/types"

import { problemOf, statusOf } from "@/lib/problems"
import type { ShopSdk } from "@/lib/sdk"

import { type Cart, CART_FIELDS } from "../providers/cart"
import { type Hold, shipInto } from "./use-delivery"

export type Placed =
  | { order: HttpTypes.StoreOrder }
  /** The hour has to be chosen anew; why, is in the error. */
  | { refused: unknown }
  | {
      /** Why there is no order, in words. */
      problem: string
      /** The cart as it is now, when it may have changed. */
      cart?: Cart
    }

/**
 * Pays and places the order. Asked twice for one cart it answers the same
 * order, so trying again after a lost connection orders nothing twice.
 */
export async function placeOrder(
  sdk: ShopSdk,
  cart: Cart,
  hold: Hold,
  providerId: string
): Promise<Placed> {
  try {
    await sdk.store.payment.initiatePaymentSession(cart, {
      provider_id: providerId,
    })
    const answer = await sdk.store.cart.complete(cart.id)
    return answer.type === "order"
      ? { order: answer.order }
      : await explain(sdk, cart, hold, answer.error.message)
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || status >= 500) {
      return { problem: problemOf(error) }
    }
    return await explain(sdk, cart, hold, problemOf(error))
  }
}

/**
 * Finds out what a refusal was about by putting it right: the place is kept
 * again and priced again. What is still wrong then is the reason.
 *
 * @param message - what Medusa said
 */
async function explain(
  sdk: ShopSdk,
  cart: Cart,
  hold: Hold,
  message: string
): Promise<Placed> {
  try {
    await sdk.cornerstore.delivery.holdSlot(cart.id, hold.slot.id)
  } catch (error) {
    return { refused: error }
  }
  try {
    await shipInto(sdk, cart.id, hold.slot.id)
    const { cart: current } = await sdk.store.cart.retrieve(cart.id, {
      fields: CART_FIELDS,
    })
    const problem =
      current.total === cart.total
        ? message
        : "The price has changed meanwhile. Look at the new total, then place the order again."
    return { problem, cart: current }
  } catch (error) {
    console.warn(error)
    return { problem: message }
  }
}
