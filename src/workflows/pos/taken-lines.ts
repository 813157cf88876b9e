import { z } from "@medusajs/framework/zod"

const linesSchema = z.array(z.object({ line_item_id: z.string() }))

/** Ids of the lines that these orders of other connections have. */
export function takenLines(orders: { lines: unknown }[]): Set<string> {
  return new Set(
    orders.flatMap(({ lines }) =>
      linesSchema.parse(lines).map(({ line_item_id }) => line_item_id)
    )
  )
}
