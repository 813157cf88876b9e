"use client"

import type { ItemInstructions } from "medusa-plugin-cornerstore/sdk"
import Link from "next/link"

import { ProductPicture } from "../product/product-picture"
import { type CartLine, useCart } from "../providers/cart"
import { useShop } from "../providers/shop"
import { Button } from "../ui/button"
import { Notice } from "../ui/notice"
import { Stepper } from "../ui/stepper"
import { useAction } from "../ui/use-action"
import styles from "./cart.module.css"
import { LineWishes } from "./line-wishes"

export function CartLineRow({
  line,
  cartId,
  wishes,
  onWishes,
}: {
  line: CartLine
  cartId: string
  wishes: ItemInstructions | undefined
  onWishes(all: ItemInstructions[]): void
}) {
  const { price } = useShop()
  const { setQuantity, remove } = useCart()
  const { run, isBusy, problem } = useAction()
  const title = line.product_title ?? line.title
  return (
    <li className={styles.line} aria-label={title}>
      <ProductPicture
        small
        title={title}
        thumbnail={line.thumbnail}
        hints={[line.product_type, line.variant_sku]}
      />
      <div className={styles.lineWords}>
        <Link
          className={styles.lineTitle}
          href={`/products/${line.product_handle}`}
        >
          {title}
        </Link>
        <span className="muted small">
          {[line.variant_title, price(line.unit_price)]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      <span className={styles.lineTotal}>{price(totalOf(line))}</span>
      <div className={styles.lineTools}>
        <Stepper
          label={title}
          value={line.quantity}
          disabled={isBusy}
          onChange={(quantity) => run(() => setQuantity(line, quantity))}
        />
        <Button
          look="plain"
          disabled={isBusy}
          onClick={() => run(() => remove(line))}
        >
          Remove<span className="hidden-text"> {title}</span>
        </Button>
      </div>
      <LineWishes
        cartId={cartId}
        lineId={line.id}
        title={title}
        wishes={wishes}
        onSaved={onWishes}
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
    </li>
  )
}

/** As the shelf says it: with tax where prices are shown with tax. */
function totalOf(line: CartLine): number {
  const total = line.is_tax_inclusive ? line.total : line.subtotal
  return total ?? line.unit_price * line.quantity
}
