"use client"

import type { HttpTypes } from "@medusajs/types"

import { useShop } from "../providers/shop"
import styles from "./cart.module.css"

type Priced = Pick<
  HttpTypes.StoreCart | HttpTypes.StoreOrder,
  | "currency_code"
  | "item_subtotal"
  | "shipping_subtotal"
  | "discount_total"
  | "tax_total"
  | "total"
>

/** The sums of a cart or an order, all as Medusa counted them. */
export function Totals({
  cart,
  isDeliveryChosen = false,
}: {
  cart: Priced
  isDeliveryChosen?: boolean
}) {
  const { price } = useShop()
  const show = (amount: number) => price(amount, cart.currency_code)
  return (
    <dl className={styles.totals}>
      <div>
        <dt>Goods</dt>
        <dd>{show(cart.item_subtotal ?? 0)}</dd>
      </div>
      <div>
        <dt>Delivery</dt>
        <dd>
          {!isDeliveryChosen ? (
            <span className="muted">not chosen yet</span>
          ) : cart.shipping_subtotal ? (
            show(cart.shipping_subtotal)
          ) : (
            "Free"
          )}
        </dd>
      </div>
      {Boolean(cart.discount_total) && (
        <div>
          <dt>Discount</dt>
          <dd>−{show(cart.discount_total)}</dd>
        </div>
      )}
      {Boolean(cart.tax_total) && (
        <div>
          <dt>Taxes</dt>
          <dd>{show(cart.tax_total)}</dd>
        </div>
      )}
      <div className={styles.total}>
        <dt>Total</dt>
        <dd data-total={cart.total}>{show(cart.total)}</dd>
      </div>
    </dl>
  )
}
