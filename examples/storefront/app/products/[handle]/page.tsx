import type { Metadata } from "next"
import Link from "next/link"
import { notFound } from "next/navigation"
import { Suspense } from "react"

import { AddToCart } from "@/components/product/add-to-cart"
import { DeliveryDays } from "@/components/product/delivery-days"
import { ProductPicture } from "@/components/product/product-picture"
import styles from "@/components/product/product.module.css"
import { TrackProduct } from "@/components/product/track-product"
import { Icon } from "@/components/ui/icon"
import { findProduct, listCategories, pathTo } from "@/lib/catalogue"
import { priceFrom } from "@/lib/prices"
import { readSettings } from "@/lib/settings"

type Props = { params: Promise<{ handle: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = await findProduct((await params).handle)
  return {
    title: product?.title,
    description: product?.description ?? undefined,
  }
}

export default async function ProductPage({ params }: Props) {
  const product = await findProduct((await params).handle)
  if (!product) {
    notFound()
  }
  const { region } = await readSettings()
  const category = product.categories?.[0]
  const path = category ? pathTo(await listCategories(), category.handle) : []
  return (
    <article className={styles.page}>
      <div className={styles.figure}>
        <ProductPicture
          title={product.title}
          thumbnail={product.thumbnail}
          hints={[category?.name, product.variants?.[0]?.sku]}
        />
      </div>
      <div className={styles.words}>
        <nav className={styles.crumbs} aria-label="Where this is">
          <Link href="/">All</Link>
          {path.map(({ id, name, handle }) => (
            <span key={id}>
              <span aria-hidden="true">/ </span>
              <Link href={`/?category=${encodeURIComponent(handle)}`}>
                {name}
              </Link>
            </span>
          ))}
        </nav>
        <h1>{product.title}</h1>
        {product.description && (
          <p className={styles.description}>{product.description}</p>
        )}
        <Suspense>
          <DeliveryDays productId={product.id} />
        </Suspense>
        <AddToCart product={product} />
        <ul className={styles.promises}>
          <li>
            <Icon name="clock" />
            Delivered within the hours you choose at checkout.
          </li>
          <li>
            <Icon name="gift" />
            Gift wrap and a card: say so in the cart.
          </li>
        </ul>
      </div>
      <TrackProduct
        product={{
          product_id: product.id,
          name: product.title,
          category: category?.name,
          price: priceFrom(product.variants ?? [])?.amount,
          currency: region.currencyCode,
        }}
      />
    </article>
  )
}
