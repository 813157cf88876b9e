import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { ProductStatus } from "@medusajs/framework/utils"

import { type DemoProduct, PRODUCTS } from "./catalogue"
import { seedCategories } from "./categories"
import type { SeedContext } from "./context"
import { seedTags } from "./tags"

const OPTION = "Size"

type Places = {
  sales_channel_id: string
  shipping_profile_id: string
  /** Ids by name. */
  categories: Map<string, string>
  /** Ids by value. */
  tags: Map<string, string>
}

/** How many products there are that the demo did not make. */
export async function countForeignProducts({
  query,
}: SeedContext): Promise<number> {
  const { data: products } = await query.graph({
    entity: "product",
    fields: ["id"],
    filters: { handle: { $nin: PRODUCTS.map(({ handle }) => handle) } },
    pagination: { take: 1 },
  })
  return products.length
}

/** What the shop sells; stock is not counted, what is sold out is switched off. */
export async function seedProducts(
  context: SeedContext,
  ids: Pick<Places, "sales_channel_id" | "shipping_profile_id">
): Promise<void> {
  const places = {
    ...ids,
    categories: await seedCategories(context),
    tags: await seedTags(context),
  }
  const { data: existing } = await context.query.graph({
    entity: "product",
    fields: ["handle"],
    filters: { handle: PRODUCTS.map(({ handle }) => handle) },
  })
  const known = new Set(existing.map(({ handle }) => handle))
  const missing = PRODUCTS.filter(({ handle }) => !known.has(handle))
  if (missing.length) {
    await createProductsWorkflow(context.container).run({
      input: { products: missing.map((product) => toProduct(product, places)) },
    })
  }
}

function toProduct(
  { variants, category, tags = [], preOrder: _, ...product }: DemoProduct,
  places: Places
) {
  const categoryId = places.categories.get(category)
  return {
    ...product,
    status: ProductStatus.PUBLISHED,
    category_ids: categoryId ? [categoryId] : [],
    tag_ids: tags.flatMap((tag) => places.tags.get(tag) ?? []),
    shipping_profile_id: places.shipping_profile_id,
    sales_channels: [{ id: places.sales_channel_id }],
    options: [{ title: OPTION, values: variants.map(({ title }) => title) }],
    variants: variants.map(({ title, sku, price, grams }) => ({
      title,
      sku,
      weight: grams,
      manage_inventory: false,
      options: { [OPTION]: title },
      prices: [{ currency_code: "usd", amount: price }],
    })),
  }
}
