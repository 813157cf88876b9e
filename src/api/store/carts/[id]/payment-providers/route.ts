import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import type { CartPaymentProvidersResponse } from "../../../../../sdk/types"
import { listCartPaymentProviders } from "../../../../../workflows/delivery/cart-payment-providers"
import { retrieveOwnCart } from "../../own-cart"

/**
 * How the cart can be paid. Medusa's own `GET /store/payment-providers` knows
 * the region only; here what this cart may not use is named, with the reason.
 */
export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse<CartPaymentProvidersResponse>
) => {
  const { id } = await retrieveOwnCart(req)
  res.json(await listCartPaymentProviders(id, req.scope))
}
