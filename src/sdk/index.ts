import type Medusa from "@medusajs/js-sdk"

import { ActivityClient } from "./activity"
import { DeliveryClient } from "./delivery"
import { InstructionsClient } from "./instructions"
import { LoyaltyClient } from "./loyalty"

export * from "./types"
export { ActivityClient } from "./activity"
export { DeliveryClient } from "./delivery"
export { InstructionsClient } from "./instructions"
export { LoyaltyClient } from "./loyalty"
export { loadTracking, type TrackingOptions } from "./tracking"

/** What Cornerstore adds to js-sdk. */
export type Cornerstore = {
  /** Who the visitors behind collected events are. */
  activity: ActivityClient
  /** Districts, slots and the tracker. */
  delivery: DeliveryClient
  /** Special instructions, gift wrap and message. */
  instructions: InstructionsClient
  /** Points of the customer. */
  loyalty: LoyaltyClient
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
export function withCornerstore<
  // Structural: the same class of js-sdk's ESM and CommonJS types differs.
  Sdk extends { client: Pick<Medusa["client"], "fetch"> },
>(sdk: Sdk): Sdk & { cornerstore: Cornerstore } {
  return Object.assign(sdk, {
    cornerstore: {
      activity: new ActivityClient(sdk.client),
      delivery: new DeliveryClient(sdk.client),
      instructions: new InstructionsClient(sdk.client),
      loyalty: new LoyaltyClient(sdk.client),
    },
  })
}
