import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { GoodsLine } from "../../modules/delivery/domain/demand"
import { AddressFacts } from "../../modules/delivery/domain/resolve-district"
import { GOODS_FIELDS, goodsLines } from "./goods"

const coordinateSchema = z.coerce.number().nullish().catch(null)

const addressSchema = z.looseObject({
  address_1: z.string().nullish(),
  city: z.string().nullish(),
  postal_code: z.string().nullish(),
  country_code: z.string().nullish(),
  metadata: z
    .looseObject({ lat: coordinateSchema, lng: coordinateSchema })
    .nullish(),
})

const cartSchema = z.looseObject({
  id: z.string(),
  currency_code: z.string().default(""),
  items: z.unknown(),
  customer: z
    .looseObject({
      has_account: z.boolean(),
      groups: z.array(z.looseObject({ id: z.string() }).nullable()).nullish(),
    })
    .nullish(),
  shipping_address: addressSchema.nullish(),
  shipping_methods: z
    .array(
      z.looseObject({
        amount: z.coerce.number(),
        data: z.looseObject({}).nullish(),
      })
    )
    .nullish(),
})

/** What a cart says about its delivery. */
export type CartDeliveryFacts = {
  cart_id: string
  currency_code: string
  /** Null while the cart has no address that could decide. */
  address: AddressFacts | null
  /** The district delivery method chosen, if any. */
  method: { amount: number; slot_id: string | null } | null
  /** What is in the cart. */
  lines: GoodsLine[]
  /** Groups of a customer with an account; guests have none. */
  customer_group_ids: string[]
}

/** Fields of a cart that `cartDeliveryFacts` reads. */
export const CART_DELIVERY_FIELDS = [
  "id",
  "completed_at",
  "currency_code",
  "customer_id",
  "customer.has_account",
  "customer.groups.id",
  "shipping_address.*",
  "shipping_methods.amount",
  "shipping_methods.data",
  ...GOODS_FIELDS,
]

/** What a cart says about its delivery now, read by its id. */
export async function retrieveCartFacts(
  cartId: string,
  container: MedusaContainer
): Promise<CartDeliveryFacts> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "cart",
      fields: CART_DELIVERY_FIELDS,
      filters: { id: cartId },
    },
    { throwIfKeyNotFound: true }
  )
  return cartDeliveryFacts(data[0])
}

/**
 * Reads what decides about the delivery out of a cart as Medusa returns it.
 * Coordinates travel in `shipping_address.metadata: { lat, lng }`.
 */
export function cartDeliveryFacts(cart: unknown): CartDeliveryFacts {
  const {
    id,
    currency_code,
    items,
    customer,
    shipping_address,
    shipping_methods,
  } = cartSchema.parse(cart)
  const method = shipping_methods?.find(
    ({ data }) => data?.provider === "district-delivery"
  )
  return {
    cart_id: id,
    currency_code,
    address: shipping_address ? addressFacts(shipping_address) : null,
    method: method
      ? {
          amount: method.amount,
          slot_id:
            typeof method.data?.slot_id === "string"
              ? method.data.slot_id
              : null,
        }
      : null,
    lines: goodsLines(items),
    customer_group_ids: customer?.has_account
      ? (customer.groups ?? []).flatMap((group) => group?.id ?? [])
      : [],
  }
}

function addressFacts(
  address: z.infer<typeof addressSchema>
): AddressFacts | null {
  const facts: AddressFacts = {
    lat: address.metadata?.lat,
    lng: address.metadata?.lng,
    postal_code: address.postal_code,
    city: address.city,
    address_1: address.address_1,
  }
  return Object.values(facts).some(
    (value) => value !== null && value !== undefined
  )
    ? // The country alone decides nothing; a geocoder needs it.
      { ...facts, country_code: address.country_code }
    : null
}
