import type { HttpTypes } from "@medusajs/types"
import {
  loadTracking,
  type TrackingClient,
} from "medusa-plugin-cornerstore/sdk"

import type { ShopSettings } from "./settings"

type Shop = Pick<ShopSettings, "url" | "publishableKey">

/**
 * The shop's own snippet: pages and searches are told by itself, and to the
 * shop only. Nothing is kept in the browser before the visitor has agreed. To
 * be called in a browser.
 */
export function createTracker(shop: Shop): TrackingClient {
  return loadTracking({ ...shop, consent: "required", search: "q" })
}

/** A line of a cart or an order, as Segment's e-commerce events name it. */
export function productOf(
  item: HttpTypes.StoreCartLineItem | HttpTypes.StoreOrderLineItem
) {
  return {
    product_id: item.product_id,
    variant_id: item.variant_id,
    sku: item.variant_sku,
    name: item.product_title,
    variant: item.variant_title,
    price: item.unit_price,
    quantity: item.quantity,
  }
}
