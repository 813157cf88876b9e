import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const ordersSchema = z.array(
  z.object({
    id: z.string(),
    display_id: z.coerce.number(),
    shipping_address: z
      .object({
        first_name: z.string().nullish(),
        last_name: z.string().nullish(),
      })
      .nullish(),
  })
)

/** What an order is called. */
export type OrderName = { display_id: number; customer_name: string | null }

/**
 * Numbers and names of orders, in one query and without their totals.
 *
 * @param ids - bounded by the caller
 */
export async function namesOfOrders(
  ids: readonly string[],
  container: MedusaContainer
): Promise<Map<string, OrderName>> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "shipping_address.first_name",
      "shipping_address.last_name",
    ],
    filters: { id: [...ids] },
  })
  return new Map(
    ordersSchema.parse(data).map(({ id, display_id, shipping_address }) => {
      const { first_name, last_name } = shipping_address ?? {}
      const name = [first_name, last_name].filter(Boolean).join(" ")
      return [id, { display_id, customer_name: name || null }]
    })
  )
}
