import Medusa from "@medusajs/js-sdk"
import { withCornerstore } from "medusa-plugin-cornerstore/sdk"

/** Medusa's js-sdk with Cornerstore's routes beside it, at `sdk.cornerstore`. */
export function createSdk(shop: { url: string; publishableKey: string }) {
  return withCornerstore(
    new Medusa({ baseUrl: shop.url, publishableKey: shop.publishableKey })
  )
}

export type ShopSdk = ReturnType<typeof createSdk>
