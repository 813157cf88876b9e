import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { exact } from "../../modules/delivery/domain/cash"
import type { GeoPoint } from "../../modules/delivery/domain/distance"

/** Medusa's id of our payment provider, see `src/providers/cash-on-delivery`. */
export const CASH_PROVIDER_ID = "pp_cash-on-delivery_cash-on-delivery"

const text = z.string().nullish()

/** Coordinates as an address carries them; anything else is no position. */
const pointSchema = z
  .object({
    lat: z.coerce.number().min(-90).max(90),
    lng: z.coerce.number().min(-180).max(180),
  })
  .nullable()
  .catch(null)

const paymentSchema = z.object({
  id: z.string(),
  provider_id: z.string(),
  amount: z.coerce.number(),
  canceled_at: z.unknown(),
  captures: z
    .array(
      z.object({
        id: z.string(),
        amount: z.coerce.number(),
        created_by: text,
      })
    )
    .nullish(),
})
export type StopPayment = z.infer<typeof paymentSchema>

const orderSchema = z.object({
  id: z.string(),
  display_id: z.coerce.number(),
  email: text,
  currency_code: z.string(),
  total: z.coerce.number(),
  is_draft_order: z.boolean().nullish(),
  metadata: z.unknown(),
  shipping_address: z
    .object({
      first_name: text,
      last_name: text,
      company: text,
      address_1: text,
      address_2: text,
      city: text,
      postal_code: text,
      country_code: text,
      phone: text,
      metadata: z.unknown(),
    })
    .nullish(),
  items: z
    .array(
      z.object({
        id: z.string(),
        title: text,
        product_title: text,
        variant_title: text,
        metadata: z.unknown(),
        detail: z.object({ quantity: z.coerce.number() }),
      })
    )
    .nullish(),
  payment_collections: z
    .array(z.object({ payments: z.array(paymentSchema).nullish() }))
    .nullish(),
})
/** An order as far as its delivery is concerned. */
export type StopOrder = z.infer<typeof orderSchema>

const ADDRESS_FIELDS = [
  "id",
  "display_id",
  "email",
  "currency_code",
  "total",
  "is_draft_order",
  "metadata",
  "shipping_address.*",
]
const FIELDS = [
  ...ADDRESS_FIELDS,
  "items.id",
  "items.title",
  "items.product_title",
  "items.variant_title",
  "items.metadata",
  "items.detail.quantity",
  "payment_collections.payments.id",
  "payment_collections.payments.provider_id",
  "payment_collections.payments.amount",
  "payment_collections.payments.canceled_at",
  "payment_collections.payments.captures.id",
  "payment_collections.payments.captures.amount",
  "payment_collections.payments.captures.created_by",
]

/**
 * Orders with address, lines and payments, by id, read in one query.
 *
 * @param ids - bounded by the caller: a route's stops at most
 * @param scope - `address` leaves out lines and payments
 */
export async function readStopOrders(
  ids: readonly string[],
  container: MedusaContainer,
  scope: "address" | "all" = "all"
): Promise<Map<string, StopOrder>> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: scope === "all" ? FIELDS : ADDRESS_FIELDS,
    filters: { id: [...ids] },
  })
  return new Map(
    z
      .array(orderSchema)
      .parse(data)
      .map((order) => [order.id, order])
  )
}

/** An order with an address to be written. */
type Addressed = {
  shipping_address?: Omit<
    NonNullable<StopOrder["shipping_address"]>,
    "metadata"
  > | null
}

export function customerName({ shipping_address }: Addressed): string | null {
  const { first_name, last_name } = shipping_address ?? {}
  return [first_name, last_name].filter(Boolean).join(" ") || null
}

/** The lines of an address as they are written on a parcel. */
export function addressLines({ shipping_address }: Addressed): string[] {
  const { company, address_1, address_2, postal_code, city } =
    shipping_address ?? {}
  return [
    company,
    address_1,
    address_2,
    [postal_code, city].filter(Boolean).join(" "),
  ].flatMap((line) => (line?.trim() ? [line.trim()] : []))
}

/** Coordinates travel in `shipping_address.metadata: { lat, lng }`. */
export function positionOf(metadata: unknown): GeoPoint | null {
  return pointSchema.parse(metadata)
}

/** Cash payments of an order that were not canceled. */
export function cashPayments(order: StopOrder): StopPayment[] {
  return (order.payment_collections ?? [])
    .flatMap(({ payments }) => payments ?? [])
    .filter(
      ({ provider_id, canceled_at }) =>
        provider_id === CASH_PROVIDER_ID && !canceled_at
    )
}

/** What of a payment Medusa has not captured, in major units. */
export function outstanding({ amount, captures }: StopPayment): number {
  const captured = (captures ?? []).reduce((sum, each) => sum + each.amount, 0)
  return Math.max(0, exact(amount - captured))
}

/** What is to be collected at the door of an order; null when nothing is. */
export function cashDue(
  order: StopOrder
): { amount: number; currency_code: string } | null {
  const amount = exact(
    cashPayments(order).reduce((sum, payment) => sum + outstanding(payment), 0)
  )
  return amount > 0 ? { amount, currency_code: order.currency_code } : null
}
