import Link from "next/link"

import type { Shelf } from "@/lib/catalogue"
import type { ShopSettings } from "@/lib/settings"

import styles from "./catalogue.module.css"
import { ProductGrid } from "./product-grid"

/** The front page: a few of each category. */
export function Shelves({
  shelves,
  settings,
}: {
  shelves: Shelf[]
  settings: ShopSettings
}) {
  return shelves.map(({ category, products, count }) => (
    <section
      key={category.id}
      className={styles.shelf}
      aria-labelledby={`shelf-${category.id}`}
    >
      <div className={styles.shelfHeading}>
        <h2 id={`shelf-${category.id}`}>{category.name}</h2>
        {count > products.length && (
          <Link
            href={`/?category=${encodeURIComponent(category.handle)}`}
            prefetch={false}
          >
            All {count}
            <span className="hidden-text"> of {category.name}</span>
          </Link>
        )}
      </div>
      <ProductGrid products={products} settings={settings} />
    </section>
  ))
}
