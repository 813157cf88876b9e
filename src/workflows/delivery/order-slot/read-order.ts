import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { getCurrentOptions } from "../../../lib/current-options"
import {
  LocalDate,
  toLocalDate,
} from "../../../modules/delivery/domain/local-time"
import {
  CART_DELIVERY_FIELDS,
  CartDeliveryFacts,
  cartDeliveryFacts,
} from "../cart-facts"
import { ORDER_GOODS_FIELDS } from "../goods"

/** Medusa's id of our fulfillment provider. */
export const DELIVERY_PROVIDER_ID = "district-delivery_district-delivery"

/** More shipping options than a shop makes of one provider. */
const MOST_OPTIONS = 200

const FIELDS = [
  ...new Set([
    ...CART_DELIVERY_FIELDS.filter((field) => field !== "completed_at"),
    ...ORDER_GOODS_FIELDS,
    "display_id",
    "is_draft_order",
    "status",
    "canceled_at",
    "created_at",
    "customer.id",
    "shipping_methods.shipping_option_id",
  ]),
]

const orderSchema = z.looseObject({
  id: z.string(),
  display_id: z.coerce.number(),
  is_draft_order: z.boolean().nullish(),
  canceled_at: z.unknown(),
  created_at: z.coerce.date(),
  customer: z
    .looseObject({ id: z.string(), has_account: z.boolean() })
    .nullish(),
  shipping_methods: z
    .array(
      z.looseObject({
        amount: z.coerce.number(),
        shipping_option_id: z.string().nullish(),
      })
    )
    .nullish(),
})

/** An order as far as its slot is concerned. */
export type SlotOrder = Omit<CartDeliveryFacts, "cart_id" | "method"> & {
  order_id: string
  display_id: number
  is_draft: boolean
  is_canceled: boolean
  /** The shop's day on which it was placed. */
  ordered_on: LocalDate
  customer: { id: string; has_account: boolean } | null
  /** What delivery by district was charged with; null when it goes another way. */
  charged: number | null
}

/**
 * Reads an order, a draft too.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function readSlotOrder(
  orderId: string,
  container: MedusaContainer
): Promise<SlotOrder> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: FIELDS,
    filters: { id: orderId },
  })
  if (!data[0]) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order with id: ${orderId} was not found`
    )
  }
  const order = orderSchema.parse(data[0])
  const { address, currency_code, lines, customer_group_ids } =
    cartDeliveryFacts(data[0])
  const ours = await ourShippingOptions(container)
  const method = order.shipping_methods?.find(
    ({ shipping_option_id }) =>
      shipping_option_id && ours.includes(shipping_option_id)
  )
  return {
    order_id: order.id,
    display_id: order.display_id,
    is_draft: Boolean(order.is_draft_order),
    is_canceled: Boolean(order.canceled_at),
    ordered_on: toLocalDate(order.created_at, getCurrentOptions().timeZone),
    customer: order.customer ?? null,
    charged: method ? method.amount : null,
    address,
    currency_code,
    lines,
    customer_group_ids,
  }
}

const optionsSchema = z.array(z.object({ id: z.string() }))

/** Ids of the shipping options that deliver by district. */
export async function ourShippingOptions(
  container: MedusaContainer
): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "shipping_option",
    fields: ["id"],
    filters: { provider_id: DELIVERY_PROVIDER_ID },
    pagination: { take: MOST_OPTIONS, skip: 0 },
  })
  return optionsSchema.parse(data).map(({ id }) => id)
}
