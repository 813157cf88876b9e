import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import type {
  OutgoingAddress,
  OutgoingOrder,
} from "../../modules/pos/adapters/contract"
import { OrderLine } from "../../modules/pos/domain/lines"

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)

const addressSchema = z
  .object({
    first_name: text,
    last_name: text,
    phone: text,
    address_1: text,
    address_2: text,
    city: text,
    province: text,
    postal_code: text,
  })
  .nullish()

const orderSchema = z.object({
  id: z.string(),
  display_id: z.coerce.number(),
  email: text,
  customer_id: text,
  sales_channel_id: text,
  status: z.string(),
  canceled_at: z.unknown(),
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      variant_id: text,
      variant_sku: text,
      detail: z.object({ quantity: z.coerce.number() }),
    })
  ),
  shipping_address: addressSchema,
  billing_address: addressSchema,
  shipping_methods: z
    .array(z.object({ shipping_option_id: text }))
    .nullish()
    .transform((methods) => methods ?? []),
})

/** A Medusa order as far as a POS is concerned. */
export type PosSourceOrder = {
  id: string
  display_id: number
  sales_channel_id: string | null
  is_canceled: boolean
  is_draft: boolean
  lines: OrderLine[]
  customer: OutgoingOrder["customer"]
  address: OutgoingAddress | null
  shipping_option_ids: string[]
}

/** Reads an order; null when it does not exist. */
export async function readSourceOrder(
  orderId: string,
  container: MedusaContainer
): Promise<PosSourceOrder | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "email",
      "customer_id",
      "sales_channel_id",
      "status",
      "canceled_at",
      "items.id",
      "items.title",
      "items.variant_id",
      "items.variant_sku",
      "items.detail.quantity",
      "shipping_address.*",
      "billing_address.*",
      "shipping_methods.shipping_option_id",
    ],
    filters: { id: orderId },
  })
  if (!data[0]) {
    return null
  }
  const order = orderSchema.parse(data[0])
  const address = order.shipping_address ?? order.billing_address ?? null
  return {
    id: order.id,
    display_id: order.display_id,
    sales_channel_id: order.sales_channel_id,
    is_canceled: Boolean(order.canceled_at),
    is_draft: order.status === "draft",
    lines: order.items.map((item) => ({
      id: item.id,
      variant_id: item.variant_id,
      sku: item.variant_sku,
      title: item.title,
      quantity: item.detail.quantity,
    })),
    customer: {
      id: order.customer_id,
      email: order.email,
      phone: address?.phone ?? null,
      first_name: address?.first_name ?? null,
      last_name: address?.last_name ?? null,
    },
    address,
    shipping_option_ids: order.shipping_methods.flatMap(
      ({ shipping_option_id }) => shipping_option_id ?? []
    ),
  }
}

const optionsSchema = z.array(
  z.object({
    service_zone: z
      .object({ fulfillment_set: z.object({ type: z.string() }).nullish() })
      .nullish(),
  })
)

/**
 * Whether somebody brings the order: it has a shipping method whose fulfillment
 * set is not one for pick-up. A POS must be told at order time.
 */
export async function isDelivery(
  { shipping_option_ids }: Pick<PosSourceOrder, "shipping_option_ids">,
  container: MedusaContainer
): Promise<boolean> {
  if (!shipping_option_ids.length) {
    return false
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "shipping_option",
    fields: ["id", "service_zone.fulfillment_set.type"],
    filters: { id: shipping_option_ids },
  })
  return optionsSchema
    .parse(data)
    .some(
      ({ service_zone }) => service_zone?.fulfillment_set?.type !== "pickup"
    )
}
