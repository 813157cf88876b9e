"use client"

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
  total,
  isBusy,
  problem,
  onPlace,
}: {
  /** With its currency. */
  total: string
  isBusy: boolean
  problem: string | null
  onPlace(providerId: string): void
}) {
  const { sdk, settings } = useShop()
  const [ways, setWays] = useState<PaymentWay[]>()
  const [chosenId, setChosenId] = useState<string>()
  const [failure, setFailure] = useState<string | null>(null)

  useEffect(() => {
    sdk.store.payment
      .listPaymentProviders({ region_id: settings.region.id })
      .then(({ payment_providers }) => {
        const found = payment_providers
          .map(({ id }) => wayOf(id))
          .toSorted((a, b) => a.rank - b.rank)
        setWays(found)
        setChosenId(found[0]?.id)
      })
      .catch((error: unknown) => setFailure(problemOf(error)))
  }, [sdk, settings.region.id])

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
