import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { CASH_NOT_ALLOWED } from "../../modules/delivery/domain/refusals"
import type { CartPaymentProvidersResponse } from "../../sdk/types"
import { CART_CASH_FIELDS, findCashRefusal } from "./cash-limits"
import { CASH_PROVIDER_ID } from "./stop-orders"

const providersSchema = z
  .array(z.object({ id: z.string(), is_enabled: z.boolean() }).nullable())
  .nullish()
  .transform((providers) => providers?.filter((each) => each !== null) ?? [])

const cartSchema = z.looseObject({
  region: z.looseObject({ payment_providers: providersSchema }).nullish(),
})

/**
 * How a cart can be paid: Medusa's providers of its region, and those of them
 * that this cart may not use, with the reason.
 *
 * @throws MedusaError NOT_FOUND for a cart that does not exist
 */
export async function listCartPaymentProviders(
  cartId: string,
  container: MedusaContainer
): Promise<CartPaymentProvidersResponse> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: [
      ...CART_CASH_FIELDS,
      "region.payment_providers.id",
      "region.payment_providers.is_enabled",
    ],
    filters: { id: cartId },
  })
  if (!data[0]) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Cart with id: ${cartId} was not found`
    )
  }
  const { region } = cartSchema.parse(data[0])
  const enabled = (region?.payment_providers ?? []).filter(
    ({ is_enabled }) => is_enabled
  )
  const refusal = enabled.some(({ id }) => id === CASH_PROVIDER_ID)
    ? await findCashRefusal(data[0], container)
    : null
  return {
    payment_providers: enabled.filter(
      ({ id }) => !refusal || id !== CASH_PROVIDER_ID
    ),
    refused: refusal
      ? [{ id: CASH_PROVIDER_ID, code: CASH_NOT_ALLOWED, ...refusal }]
      : [],
  }
}
