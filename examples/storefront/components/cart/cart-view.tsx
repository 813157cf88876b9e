"use client"

import type { ItemInstructions } from "medusa-plugin-cornerstore/sdk"
import { useEffect, useState } from "react"

import { useCart } from "../providers/cart"
import { useShop } from "../providers/shop"
import { LinkButton } from "../ui/button"
import { Empty, Loading } from "../ui/states"
import { CartLineRow } from "./cart-line"
import styles from "./cart.module.css"
import { Totals } from "./totals"

export function CartView() {
  const { cart } = useCart()
  const { sdk } = useShop()
  const [wishes, setWishes] = useState<ItemInstructions[]>([])
  const id = cart?.id

  useEffect(() => {
    if (id) {
      sdk.cornerstore.instructions
        .retrieve(id)
        .then(({ instructions }) => setWishes(instructions.items))
        .catch((error: unknown) =>
          console.warn("The instructions could not be read:", error)
        )
    }
  }, [sdk, id])

  if (cart === undefined) {
    return <Loading what="your cart" />
  }
  const lines = cart?.items ?? []
  if (!cart || !lines.length) {
    return (
      <Empty
        title="Your cart is empty"
        action={<LinkButton href="/">To the shelves</LinkButton>}
      >
        What you put in stays here until you come back.
      </Empty>
    )
  }
  const inOrder = lines.toSorted((a, b) =>
    String(a.created_at).localeCompare(String(b.created_at))
  )
  return (
    <>
      <h1 className={styles.title}>Cart</h1>
      <div className={styles.page}>
        <ul className={styles.lines}>
          {inOrder.map((line) => (
            <CartLineRow
              key={line.id}
              line={line}
              cartId={cart.id}
              wishes={wishes.find(({ item_id }) => item_id === line.id)}
              onWishes={setWishes}
            />
          ))}
        </ul>
        <aside className={styles.summary} aria-label="Summary">
          <Totals cart={cart} />
          <LinkButton href="/checkout" wide>
            Go to checkout
          </LinkButton>
          <p className="muted small">
            You choose address, hour and payment on one page.
          </p>
        </aside>
      </div>
    </>
  )
}
