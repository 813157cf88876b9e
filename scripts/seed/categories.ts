import { createProductCategoriesWorkflow } from "@medusajs/medusa/core-flows"

import { CATEGORIES } from "./catalogue"
import type { SeedContext } from "./context"

/**
 * The three trades and, below each, what it sells.
 *
 * @returns ids of the sub-categories by name
 */
export async function seedCategories(
  context: SeedContext
): Promise<Map<string, string>> {
  const trades = await seedLevel(
    context,
    CATEGORIES.map(({ name, description }) => ({ name, description }))
  )
  return seedLevel(
    context,
    CATEGORIES.flatMap(({ name: trade, children }) =>
      children.map((name) => ({
        name,
        parent_category_id: trades.get(trade) ?? null,
      }))
    )
  )
}

/** Makes what is missing and finds all of it. */
async function seedLevel(
  { container, query }: SeedContext,
  wanted: {
    name: string
    description?: string
    parent_category_id?: string | null
  }[]
): Promise<Map<string, string>> {
  const find = async () => {
    const { data } = await query.graph({
      entity: "product_category",
      fields: ["id", "name"],
      filters: { name: wanted.map(({ name }) => name) },
    })
    return new Map(data.map(({ id, name }) => [name, id]))
  }
  const known = await find()
  const missing = wanted.filter(({ name }) => !known.has(name))
  if (!missing.length) {
    return known
  }
  await createProductCategoriesWorkflow(container).run({
    input: {
      product_categories: missing.map((category) => ({
        ...category,
        is_active: true,
      })),
    },
  })
  return find()
}
