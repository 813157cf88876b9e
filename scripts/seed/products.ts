import {
  createProductCategoriesWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ProductStatus } from "@medusajs/framework/utils"

import type { SeedContext } from "./context"
import { type DemoProduct, PRODUCTS } from "./product-list"

const OPTION = "Size"

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

/** The bakery's products; stock is not counted, what is sold out is switched off. */
export async function seedProducts(
  context: SeedContext,
  ids: { sales_channel_id: string; shipping_profile_id: string }
): Promise<void> {
  const categories = await seedCategories(context)
  const { data: existing } = await context.query.graph({
    entity: "product",
    fields: ["handle"],
    filters: { handle: PRODUCTS.map(({ handle }) => handle) },
  })
  const known = new Set(existing.map(({ handle }) => handle))
  const missing = PRODUCTS.filter(({ handle }) => !known.has(handle))
  if (missing.length) {
    await createProductsWorkflow(context.container).run({
      input: {
        products: missing.map((product) =>
          toProduct(product, ids, categories.get(product.category))
        ),
      },
    })
  }
}

function toProduct(
  { variants, category: _, ...product }: DemoProduct,
  ids: { sales_channel_id: string; shipping_profile_id: string },
  categoryId: string | undefined
) {
  return {
    ...product,
    status: ProductStatus.PUBLISHED,
    category_ids: categoryId ? [categoryId] : [],
    shipping_profile_id: ids.shipping_profile_id,
    sales_channels: [{ id: ids.sales_channel_id }],
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

async function seedCategories({
  container,
  query,
}: SeedContext): Promise<Map<string, string>> {
  const names = [...new Set(PRODUCTS.map(({ category }) => category))]
  const find = async () => {
    const { data } = await query.graph({
      entity: "product_category",
      fields: ["id", "name"],
      filters: { name: names },
    })
    return new Map(data.map(({ id, name }) => [name, id]))
  }
  const known = await find()
  const missing = names.filter((name) => !known.has(name))
  if (!missing.length) {
    return known
  }
  await createProductCategoriesWorkflow(container).run({
    input: {
      product_categories: missing.map((name) => ({ name, is_active: true })),
    },
  })
  return find()
}
