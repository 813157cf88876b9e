"use client"

import type { RefusedPaymentProvider } from "medusa-plugin-cornerstore/sdk"
import { useEffect, useState } from "react"

import { problemOf } from "@/lib/problems"

import { useShop } from "../providers/shop"
import { Button } from "../ui/button"
import { Icon } from "../ui/icon"
import { Notice } from "../ui/notice"
import { Skeleton } from "../ui/states"
import styles from "./checkout.module.css"
import { type PaymentWay, wayOf } from "./payment-ways"

/** How to pay; the last step, which places the order. */
export function PaymentStep({
  cartId,
  total,
  isBusy,
  problem,
  onPlace,
}: {
  cartId: string
  /** With its currency. */
  total: string
  isBusy: boolean
  problem: string | null
  onPlace(providerId: string): void
}) {
  const { sdk } = useShop()
  const [ways, setWays] = useState<PaymentWay[]>()
  const [refused, setRefused] = useState<RefusedPaymentProvider[]>([])
  const [chosenId, setChosenId] = useState<string>()
  const [failure, setFailure] = useState<string | null>(null)

  // What may be paid in cash depends on the total: it is asked for anew.
  useEffect(() => {
    let isOver = false
    sdk.cornerstore.delivery
      .listPaymentProviders(cartId)
      .then((answer) => {
        if (isOver) {
          return
        }
        const found = answer.payment_providers
          .map(({ id }) => wayOf(id))
          .toSorted((a, b) => a.rank - b.rank)
        setWays(found)
        setRefused(answer.refused)
        setChosenId((before) =>
          found.some(({ id }) => id === before) ? before : found[0]?.id
        )
      })
      .catch((error: unknown) => {
        if (!isOver) {
          setFailure(problemOf(error))
        }
      })
    return () => {
      isOver = true
    }
  }, [sdk, cartId, total])

  if (failure) {
    return <Notice kind="bad">{failure}</Notice>
  }
  if (!ways) {
    return <Skeleton height="8rem" />
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosenId) {
          onPlace(chosenId)
        }
      }}
    >
      <fieldset className={styles.ways} disabled={isBusy}>
        <legend className="hidden-text">How do you want to pay?</legend>
        {ways.map((way) => (
          <label key={way.id} className={styles.way}>
            <input
              type="radio"
              name="payment"
              value={way.id}
              checked={way.id === chosenId}
              onChange={() => setChosenId(way.id)}
            />
            <Icon name={way.icon} size={24} />
            <span>
              <strong>{way.title}</strong>
              <span className="muted small">{way.text}</span>
            </span>
          </label>
        ))}
        {refused.map(({ id, message }) => (
          <RefusedWay key={id} way={wayOf(id)} why={message} />
        ))}
      </fieldset>
      {!ways.length && (
        <Notice kind="warn">This shop takes no payment at the moment.</Notice>
      )}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Button type="submit" disabled={isBusy || !chosenId} wide>
        {isBusy ? "Placing your order …" : `Place the order · ${total}`}
      </Button>
    </form>
  )
}

/** A way to pay that this order cannot take, and why. */
function RefusedWay({ way, why }: { way: PaymentWay; why: string }) {
  return (
    <p className={styles.way} data-refused={way.id}>
      <Icon name={way.icon} size={24} />
      <span>
        <strong>{way.title}</strong>
        <span className="muted small">{why}</span>
      </span>
    </p>
  )
}
