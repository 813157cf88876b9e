import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
  ProductStatus,
} from "@medusajs/framework/utils"

import type { ProductDeliveryDaysResponse } from "../../../../../sdk/types"
import { productDeliveryDays } from "../../../../../workflows/delivery/product-days"
import { StoreGetProductDeliveryDaysType } from "../../validators"

/** On which days an order of today can have a product, and how many are left. */
export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse<ProductDeliveryDaysResponse>
) => {
  await assertSoldHere(req)
  const range = req.validatedQuery as StoreGetProductDeliveryDaysType
  res.json(
    await productDeliveryDays(req.params.id, range, new Date(), req.scope)
  )
}

/**
 * Only what the key's sales channels sell is shown, as Medusa's own product
 * route decides.
 */
async function assertSoldHere(req: MedusaStoreRequest): Promise<void> {
  const channels = req.publishable_key_context.sales_channel_ids
  if (!channels.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Publishable key needs to have a sales channel configured"
    )
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_sales_channel",
    fields: ["product.id", "product.status"],
    filters: { product_id: req.params.id, sales_channel_id: channels },
  })
  if (
    !data.some(({ product }) => product?.status === ProductStatus.PUBLISHED)
  ) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Product with id: ${req.params.id} was not found`
    )
  }
}
