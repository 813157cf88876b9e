import { z } from "@medusajs/framework/zod"

import { AddressFacts } from "../../modules/delivery/domain/resolve-district"

const coordinateSchema = z.coerce.number().nullish().catch(null)

const addressSchema = z.looseObject({
  address_1: z.string().nullish(),
  city: z.string().nullish(),
  postal_code: z.string().nullish(),
  metadata: z
    .looseObject({ lat: coordinateSchema, lng: coordinateSchema })
    .nullish(),
})

const cartSchema = z.looseObject({
  id: z.string(),
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
  /** Null while the cart has no address that could decide. */
  address: AddressFacts | null
  /** The district delivery method chosen, if any. */
  method: { amount: number; slot_id: string | null } | null
}

/** Fields of a cart that `cartDeliveryFacts` reads. */
export const CART_DELIVERY_FIELDS = [
  "id",
  "completed_at",
  "currency_code",
  "customer_id",
  "customer.has_account",
  "shipping_address.*",
  "shipping_methods.amount",
  "shipping_methods.data",
]

/**
 * Reads what decides about the delivery out of a cart as Medusa returns it.
 * Coordinates travel in `shipping_address.metadata: { lat, lng }`.
 */
export function cartDeliveryFacts(cart: unknown): CartDeliveryFacts {
  const { id, shipping_address, shipping_methods } = cartSchema.parse(cart)
  const method = shipping_methods?.find(
    ({ data }) => data?.provider === "district-delivery"
  )
  return {
    cart_id: id,
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
    ? facts
    : null
}
