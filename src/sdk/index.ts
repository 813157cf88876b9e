import type Medusa from "@medusajs/js-sdk"

import { DeliveryClient } from "./delivery"

export * from "./types"
export { DeliveryClient } from "./delivery"

/** What Cornerstore adds to js-sdk. */
export type Cornerstore = {
  /** Districts, slots and the tracker. */
  delivery: DeliveryClient
}

/**
 * Adds Cornerstore's store API to Medusa's js-sdk; the client, its key and its
 * session stay the ones of the SDK.
 *
 * @example
 * ```ts
 * const sdk = withCornerstore(new Medusa({ baseUrl, publishableKey }))
 * const { slots } = await sdk.cornerstore.delivery.listSlots(cart.id)
 * ```
 */
export function withCornerstore<Sdk extends Pick<Medusa, "client">>(
  sdk: Sdk
): Sdk & { cornerstore: Cornerstore } {
  return Object.assign(sdk, {
    cornerstore: { delivery: new DeliveryClient(sdk.client) },
  })
}
