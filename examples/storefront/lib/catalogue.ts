import type { HttpTypes } from "@medusajs/types"
import { cache } from "react"

import { remember } from "./remember"
import { serverSdk } from "./settings"

const MINUTE = 60_000

export const PAGE_SIZE = 24
/** A shelf of the front page. */
const SHELF_SIZE = 4
const MOST_SHELVES = 6

const CARD_FIELDS =
  "id,title,handle,thumbnail,subtitle,*variants,*variants.calculated_price,*categories"
const PRODUCT_FIELDS =
  "*variants,*variants.calculated_price,+variants.inventory_quantity,*categories"

export type Category = {
  id: string
  name: string
  handle: string
  children: Category[]
}
export type Product = HttpTypes.StoreProduct
export type ProductPage = { products: Product[]; count: number }

/** The shop's categories as a tree: trades, and what each of them sells. */
export const listCategories = remember(
  MINUTE,
  async (): Promise<Category[]> => {
    const { sdk } = await serverSdk()
    const { product_categories } = await sdk.store.category.list({
      fields: "id,name,handle,rank,parent_category_id",
      limit: 200,
    })
    const byRank = product_categories.toSorted(
      (a, b) => (a.rank ?? 0) - (b.rank ?? 0)
    )
    const below = (parent: string | null): Category[] =>
      byRank
        .filter(
          ({ parent_category_id }) => (parent_category_id ?? null) === parent
        )
        .map(({ id, name, handle }) => ({
          id,
          name,
          handle,
          children: below(id),
        }))
    return below(null)
  }
)

/** The way from the root to a category; empty when there is none of that name. */
export function pathTo(tree: Category[], handle: string): Category[] {
  for (const category of tree) {
    if (category.handle === handle) {
      return [category]
    }
    const deeper = pathTo(category.children, handle)
    if (deeper.length) {
      return [category, ...deeper]
    }
  }
  return []
}

/** @param page - from 1 */
export async function listProducts(filter: {
  category?: Category
  search?: string
  page: number
}): Promise<ProductPage> {
  const { sdk, settings } = await serverSdk()
  const { products, count } = await sdk.store.product.list({
    region_id: settings.region.id,
    fields: CARD_FIELDS,
    order: "title",
    limit: PAGE_SIZE,
    offset: (filter.page - 1) * PAGE_SIZE,
    ...(filter.search ? { q: filter.search } : {}),
    ...(filter.category ? { category_id: idsOf(filter.category) } : {}),
  })
  return { products, count }
}

export type Shelf = { category: Category } & ProductPage

/** A few products of each category, for the front page. */
export async function listShelves(categories: Category[]): Promise<Shelf[]> {
  const { sdk, settings } = await serverSdk()
  const shelves = await Promise.all(
    categories.slice(0, MOST_SHELVES).map(async (category) => ({
      category,
      ...(await sdk.store.product.list({
        region_id: settings.region.id,
        fields: CARD_FIELDS,
        order: "title",
        limit: SHELF_SIZE,
        category_id: idsOf(category),
      })),
    }))
  )
  return shelves.filter(({ count }) => count > 0)
}

export const findProduct = cache(
  async (handle: string): Promise<Product | undefined> => {
    const { sdk, settings } = await serverSdk()
    const { products } = await sdk.store.product.list({
      handle,
      region_id: settings.region.id,
      fields: PRODUCT_FIELDS,
      limit: 1,
    })
    return products[0]
  }
)

function idsOf({ id, children }: Category): string[] {
  return [id, ...children.flatMap(idsOf)]
}
