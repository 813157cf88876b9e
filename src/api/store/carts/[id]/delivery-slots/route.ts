import { MedusaStoreRequest, MedusaResponse } from "@medusajs/framework/http"

import type { ListSlotsResponse } from "../../../../../sdk/types"
import { CART_DELIVERY_FIELDS } from "../../../../../workflows/delivery/cart-facts"
import { listCartSlots } from "../../../../../workflows/delivery/list-cart-slots"
import { retrieveOwnCart } from "../../own-cart"
import { StoreGetDeliverySlotsType } from "../../validators"

/** The slots of the cart's address, with what is left and what they cost. */
export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse<ListSlotsResponse>
) => {
  const cart = await retrieveOwnCart(req, CART_DELIVERY_FIELDS)
  const range = req.validatedQuery as StoreGetDeliverySlotsType
  res.json(await listCartSlots(cart, range, new Date(), req.scope))
}
