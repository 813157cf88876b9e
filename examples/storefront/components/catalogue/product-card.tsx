import Link from "next/link"

import type { Product } from "@/lib/catalogue"
import { money, priceFrom } from "@/lib/prices"
import type { ShopSettings } from "@/lib/settings"

import { ProductPicture } from "../product/product-picture"
import styles from "./catalogue.module.css"

export function ProductCard({
  product,
  settings,
}: {
  product: Product
  settings: ShopSettings
}) {
  const variants = product.variants ?? []
  const from = priceFrom(variants)
  const { currencyCode } = settings.region
  return (
    // A shelf full of pages made in advance would be work for nothing.
    <Link
      className={styles.card}
      href={`/products/${product.handle}`}
      prefetch={false}
    >
      <ProductPicture
        title={product.title}
        thumbnail={product.thumbnail}
        hints={[product.categories?.[0]?.name, variants[0]?.sku]}
      />
      <span className={styles.cardTitle}>{product.title}</span>
      <span className={styles.cardPrice}>
        {from ? (
          <span>
            {from.isRange && <span className="muted">from </span>}
            {money(from.amount, currencyCode, settings.locale)}
          </span>
        ) : (
          <span className="muted">not sold here</span>
        )}
        {variants.length > 1 && (
          <span className="muted small">{variants.length} sizes</span>
        )}
      </span>
    </Link>
  )
}
