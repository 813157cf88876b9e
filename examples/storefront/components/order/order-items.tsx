"use client"

import { instructionsIn } from "@/lib/instructions"

import { ProductPicture } from "../product/product-picture"
import { useShop } from "../providers/shop"
import { WishList } from "../wishes/wish-list"
import styles from "./order.module.css"
import type { Order } from "./use-order"

export function OrderItems({ order }: { order: Order }) {
  const { price } = useShop()
  return (
    <ul className={styles.items}>
      {order.items?.map((item) => (
        <li key={item.id}>
          <ProductPicture
            small
            title={item.product_title ?? item.title}
            thumbnail={item.thumbnail}
            hints={[item.product_type, item.variant_sku]}
          />
          <div>
            <strong>{item.product_title ?? item.title}</strong>
            <p className="muted small">
              {[
                item.variant_title,
                `${item.quantity} × ${price(item.unit_price, order.currency_code)}`,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <WishList wishes={instructionsIn(item.metadata)} />
          </div>
        </li>
      ))}
    </ul>
  )
}
