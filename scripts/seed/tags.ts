import { createProductTagsWorkflow } from "@medusajs/medusa/core-flows"

import { PRODUCTS } from "./catalogue"
import type { SeedContext } from "./context"

/** @returns ids of the products' tags by value */
export async function seedTags({
  container,
  query,
}: SeedContext): Promise<Map<string, string>> {
  const values = [...new Set(PRODUCTS.flatMap(({ tags = [] }) => tags))]
  const { data } = await query.graph({
    entity: "product_tag",
    fields: ["id", "value"],
    filters: { value: values },
  })
  const known = new Map(data.map(({ id, value }) => [value, id]))
  const missing = values.filter((value) => !known.has(value))
  if (missing.length) {
    const { result } = await createProductTagsWorkflow(container).run({
      input: { product_tags: missing.map((value) => ({ value })) },
    })
    result.forEach(({ id, value }) => known.set(value, id))
  }
  return known
}
