import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const text = z.string().nullish()

const addressSchema = z.object({
  first_name: text,
  last_name: text,
  company: text,
  address_1: text,
  address_2: text,
  city: text,
  postal_code: text,
})
/** By name: all of them take twice as long. */
const ADDRESS_FIELDS = Object.keys(addressSchema.shape).map(
  (field) => `shipping_address.${field}`
)

const orderSchema = z.object({
  id: z.string(),
  display_id: z.coerce.number(),
  shipping_address: addressSchema.nullish(),
})
/** What a calendar tells of an order. */
export type FeedOrder = z.infer<typeof orderSchema>

/**
 * Orders by id with their address, read in one query. No totals: Medusa would
 * read all lines and payments to sum them up.
 *
 * @param ids - bounded by the caller
 */
export async function readFeedOrders(
  ids: readonly string[],
  container: MedusaContainer
): Promise<Map<string, FeedOrder>> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "display_id", ...ADDRESS_FIELDS],
    filters: { id: [...ids] },
  })
  return new Map(
    z
      .array(orderSchema)
      .parse(data)
      .map((order) => [order.id, order])
  )
}

/** `Ada L.`: enough at a door, less than a whole name. */
export function shortName({ shipping_address }: FeedOrder): string | null {
  const first = shipping_address?.first_name?.trim()
  const [initial] = shipping_address?.last_name?.trim().normalize("NFC") ?? ""
  return (
    [first, initial && `${initial.toUpperCase()}.`].filter(Boolean).join(" ") ||
    null
  )
}
