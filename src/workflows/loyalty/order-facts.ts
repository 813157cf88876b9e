import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { EarningOrder } from "../../modules/loyalty_points/domain/earning"

const quantity = z.coerce.number()

const keptItemSchema = z.object({
  id: z.string(),
  detail: z.object({
    quantity,
    return_received_quantity: quantity.nullish(),
    return_dismissed_quantity: quantity.nullish(),
  }),
})
const keptOrderSchema = z.object({
  id: z.string(),
  canceled_at: z.unknown(),
  items: z.array(keptItemSchema).nullish(),
})
const KEPT_FIELDS = [
  "id",
  "canceled_at",
  "items.id",
  "items.detail.quantity",
  "items.detail.return_received_quantity",
  "items.detail.return_dismissed_quantity",
]

const earningItemSchema = keptItemSchema.extend({
  is_giftcard: z.boolean().nullish(),
  subtotal: z.coerce.number(),
  discount_subtotal: z.coerce.number(),
})
const earningOrderSchema = z.object({
  id: z.string(),
  created_at: z.coerce.date(),
  canceled_at: z.unknown(),
  is_draft_order: z.boolean().nullish(),
  currency_code: z.string(),
  customer_id: z.string().nullish(),
  customer: z.object({ has_account: z.boolean() }).nullish(),
  items: z.array(earningItemSchema).nullish(),
})

/** Not returned: as Medusa counts for an order's totals. */
function keptQuantity({ detail }: z.infer<typeof keptItemSchema>): number {
  return (
    detail.quantity -
    (detail.return_received_quantity ?? 0) -
    (detail.return_dismissed_quantity ?? 0)
  )
}

/**
 * What the customers of these orders keep, by order and item. An order that was
 * canceled keeps nothing; one that is not there is left out.
 */
export async function readKept(
  orderIds: string[],
  container: MedusaContainer
): Promise<Map<string, Map<string, number>>> {
  if (!orderIds.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: KEPT_FIELDS,
    filters: { id: orderIds },
  })
  return new Map(
    z
      .array(keptOrderSchema)
      .parse(data)
      .map(({ id, canceled_at, items }) => [
        id,
        new Map(
          canceled_at
            ? []
            : (items ?? []).map((item) => [item.id, keptQuantity(item)])
        ),
      ])
  )
}

/**
 * Those of the orders that can earn points, with what their lines are worth: of
 * registered customers, not drafts, not canceled, without gift cards and what was
 * returned meanwhile.
 */
export async function readEarningOrders(
  orderIds: string[],
  container: MedusaContainer
): Promise<EarningOrder[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      ...KEPT_FIELDS,
      "created_at",
      "is_draft_order",
      "currency_code",
      "customer_id",
      "customer.has_account",
      // Makes Medusa calculate the totals, those of the items too.
      "total",
      "items.*",
    ],
    filters: { id: orderIds },
  })
  return z
    .array(earningOrderSchema)
    .parse(data)
    .flatMap((order) => {
      const { customer_id, customer, canceled_at, is_draft_order } = order
      return customer_id &&
        customer?.has_account &&
        !canceled_at &&
        !is_draft_order
        ? [
            {
              id: order.id,
              customer_id,
              currency_code: order.currency_code,
              placed_at: order.created_at,
              lines: (order.items ?? []).flatMap(toLine),
            },
          ]
        : []
    })
}

function toLine(
  item: z.infer<typeof earningItemSchema>
): EarningOrder["lines"] {
  const kept = keptQuantity(item)
  return item.is_giftcard || kept <= 0
    ? []
    : [
        {
          item_id: item.id,
          quantity: kept,
          base: item.subtotal - item.discount_subtotal,
        },
      ]
}
