import type { Product } from "@/lib/catalogue"
import type { ShopSettings } from "@/lib/settings"

import styles from "./catalogue.module.css"
import { ProductCard } from "./product-card"

export function ProductGrid({
  products,
  settings,
}: {
  products: Product[]
  settings: ShopSettings
}) {
  return (
    <ul className={styles.grid}>
      {products.map((product) => (
        <li key={product.id}>
          <ProductCard product={product} settings={settings} />
        </li>
      ))}
    </ul>
  )
}
