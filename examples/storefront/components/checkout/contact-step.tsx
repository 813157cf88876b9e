"use client"

import Link from "next/link"
import type { SubmitEvent } from "react"

import { type Cart, CART_FIELDS, useCart } from "../providers/cart"
import { useCustomer } from "../providers/customer"
import { useShop } from "../providers/shop"
import { Button } from "../ui/button"
import { Field } from "../ui/field"
import { Notice } from "../ui/notice"
import { useAction } from "../ui/use-action"
import styles from "./checkout.module.css"

export function ContactStep({ cart, onDone }: { cart: Cart; onDone(): void }) {
  const { sdk } = useShop()
  const { accept } = useCart()
  const { customer } = useCustomer()
  const { run, isBusy, problem } = useAction()

  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get("email")).trim()
    const saved = await run(async () => {
      const { cart: changed } = await sdk.store.cart.update(
        cart.id,
        { email },
        { fields: CART_FIELDS }
      )
      accept(changed)
    })
    if (saved) {
      onDone()
    }
  }

  return (
    <form className={styles.form} onSubmit={save}>
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={cart.email ?? customer?.email}
        hint="For the receipt and news about this delivery."
        required
      />
      {!customer && (
        <p className="small muted">
          Have an account? <Link href="/account?next=/checkout">Log in</Link>{" "}
          and collect points.
        </p>
      )}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Button type="submit" disabled={isBusy}>
        Continue to the address
      </Button>
    </form>
  )
}
