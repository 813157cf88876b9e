"use client"

import { useState } from "react"

import type { Product } from "@/lib/catalogue"
import { isAvailable, priceBeforeSale, priceOf } from "@/lib/prices"

import { useCart } from "../providers/cart"
import { useShop } from "../providers/shop"
import { Button, LinkButton } from "../ui/button"
import { Notice } from "../ui/notice"
import { Stepper } from "../ui/stepper"
import { useAction } from "../ui/use-action"
import styles from "./product.module.css"

/** Choose a variant and how many, and put it into the cart. */
export function AddToCart({ product }: { product: Product }) {
  const variants = product.variants ?? []
  const { price } = useShop()
  const { add } = useCart()
  const { run, isBusy, problem } = useAction()
  const [chosenId, setChosenId] = useState(
    (variants.find(isAvailable) ?? variants[0])?.id
  )
  const [quantity, setQuantity] = useState(1)
  const [added, setAdded] = useState<string | null>(null)
  const variant = variants.find(({ id }) => id === chosenId)
  if (!variant) {
    return <Notice kind="warn">This is not for sale at the moment.</Notice>
  }

  const amount = priceOf(variant)
  const before = priceBeforeSale(variant)
  const put = () =>
    run(async () => {
      setAdded(null)
      await add(variant.id, quantity)
      setAdded(`${quantity} × ${product.title}, ${variant.title}`)
      setQuantity(1)
    })

  return (
    <div className={styles.buy}>
      {amount !== null && (
        <p className={styles.price}>
          {price(amount)}
          {before !== null && <del>{price(before)}</del>}
        </p>
      )}
      {variants.length > 1 && (
        <fieldset className={styles.variants}>
          <legend>{product.options?.[0]?.title ?? "Choose one"}</legend>
          {variants.map((each) => {
            const cost = priceOf(each)
            const isFree = isAvailable(each)
            return (
              <label key={each.id} className={styles.variant}>
                <input
                  type="radio"
                  name="variant"
                  value={each.id}
                  checked={each.id === variant.id}
                  disabled={!isFree}
                  onChange={() => setChosenId(each.id)}
                />
                {each.title}
                <span className="numbers">
                  {isFree && cost !== null ? price(cost) : "Sold out"}
                </span>
              </label>
            )
          })}
        </fieldset>
      )}
      <div className={styles.put}>
        <Stepper
          label={product.title}
          value={quantity}
          disabled={isBusy}
          onChange={setQuantity}
        />
        <Button onClick={put} disabled={isBusy || !isAvailable(variant)}>
          {isAvailable(variant)
            ? isBusy
              ? "Adding …"
              : "Add to cart"
            : "Sold out"}
        </Button>
      </div>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {added && (
        <>
          <Notice kind="good">{added} is in your cart.</Notice>
          <LinkButton href="/cart" look="secondary">
            Go to the cart
          </LinkButton>
        </>
      )}
    </div>
  )
}
