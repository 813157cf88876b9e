import type { Metadata } from "next"
import { z } from "zod"

import { CategoryNav } from "@/components/catalogue/category-nav"
import { DistrictCheck } from "@/components/catalogue/district-check"
import { Pages } from "@/components/catalogue/pages"
import { ProductGrid } from "@/components/catalogue/product-grid"
import { SearchForm } from "@/components/catalogue/search-form"
import { Shelves } from "@/components/catalogue/shelves"
import { LinkButton } from "@/components/ui/button"
import {
  listCategories,
  listProducts,
  listShelves,
  pathTo,
} from "@/lib/catalogue"
import { readSettings } from "@/lib/settings"

import styles from "./page.module.css"

/** Whatever stands in the address bar: what makes no sense counts as not given. */
const querySchema = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  category: z.string().max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export async function generateMetadata({
  searchParams,
}: Props): Promise<Metadata> {
  const { q, category } = querySchema.parse(await searchParams)
  const found = category
    ? pathTo(await listCategories(), category).at(-1)
    : null
  return { title: q ? `“${q}”` : found?.name }
}

export default async function CataloguePage({ searchParams }: Props) {
  const {
    q: search,
    category: handle,
    page,
  } = querySchema.parse(await searchParams)
  const [settings, tree] = await Promise.all([readSettings(), listCategories()])
  const path = handle ? pathTo(tree, handle) : []
  const category = path.at(-1)
  const isFront = !search && !category && page === 1
  const shelves = isFront ? await listShelves(tree) : []
  const isListed = shelves.length === 0
  const found = isListed ? await listProducts({ category, search, page }) : null

  return (
    <>
      {isFront && (
        <section className={styles.welcome}>
          <div>
            <h1>From around the corner to your door.</h1>
            <p className={styles.lead}>
              Choose what you like and the hour that suits you. Our own drivers
              bring it.
            </p>
          </div>
          <DistrictCheck />
        </section>
      )}
      <div className={styles.tools}>
        <CategoryNav tree={tree} path={path} />
        <SearchForm search={search} category={category?.handle} />
      </div>
      {found ? (
        <>
          <div className={styles.heading}>
            {isFront ? (
              <h2>Everything we sell</h2>
            ) : (
              <h1>
                {search ? `“${search}”` : (category?.name ?? "Everything")}
              </h1>
            )}
            <p className="muted" role="status">
              {found.count === 1 ? "1 product" : `${found.count} products`}
              {search && category ? ` in ${category.name}` : ""}
            </p>
          </div>
          {found.products.length ? (
            <ProductGrid products={found.products} settings={settings} />
          ) : (
            <div className={styles.nothing}>
              <p>
                {search
                  ? "Nothing here goes by that name. Try a shorter word, or look through the shelves."
                  : "This shelf is empty at the moment."}
              </p>
              <LinkButton href="/" look="secondary">
                Show everything
              </LinkButton>
            </div>
          )}
          <Pages
            page={page}
            count={found.count}
            query={{ q: search, category: handle }}
          />
        </>
      ) : (
        <Shelves shelves={shelves} settings={settings} />
      )}
    </>
  )
}
