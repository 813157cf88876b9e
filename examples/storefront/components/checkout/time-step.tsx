"use client"

import { dayInWords, dayOf, timeRange } from "@/lib/times"
import { whyNoSlots } from "@/lib/slots"

import { useShop } from "../providers/shop"
import { Button } from "../ui/button"
import { Notice } from "../ui/notice"
import { Skeleton } from "../ui/states"
import styles from "./checkout.module.css"
import { HoldNotice } from "./hold-notice"
import { SlotPicker } from "./slot-picker"
import type { Delivery, Hold } from "./use-delivery"

/** The hour: what can be chosen, what is kept, or why there is nothing. */
export function TimeStep({
  delivery,
  onChangeAddress,
  onDone,
}: {
  delivery: Delivery
  onChangeAddress(): void
  onDone(): void
}) {
  const { slots, hold, isBusy, problem, choose, reload } = delivery
  if (!slots) {
    return problem ? (
      <div className={styles.form}>
        <Notice kind="bad">{problem}</Notice>
        <Button look="secondary" onClick={() => void reload()}>
          Try again
        </Button>
      </div>
    ) : (
      <div role="status" className={styles.form}>
        <span className="hidden-text">Looking for free times</span>
        <Skeleton height="4.5rem" />
        <Skeleton height="7rem" />
      </div>
    )
  }
  if (!slots.slots.length) {
    const { title, text } = whyNoSlots(slots)
    return (
      <div className={styles.form}>
        <Notice kind="warn" title={title}>
          {text}
        </Notice>
        <Button look="secondary" onClick={onChangeAddress}>
          Change the address
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.form}>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <SlotPicker
        key={slots.district?.id}
        slots={slots.slots}
        chosenId={hold?.slot.id}
        isBusy={isBusy}
        onChoose={(slot) => void choose(slot)}
      />
      {hold && (
        <>
          <HoldNotice
            hold={hold}
            isBusy={isBusy}
            onRenew={() => void choose(hold.slot)}
          />
          <Button onClick={onDone} disabled={isBusy}>
            Continue
          </Button>
        </>
      )}
    </div>
  )
}

/** "Tomorrow, May 14, 10 AM – 12 PM" */
export function HoldSummary({ hold: { slot } }: { hold: Hold }) {
  const { clock, price } = useShop()
  const today = dayOf(new Date(), clock.timeZone)
  return (
    <>
      {dayInWords(slot.date, today, clock.locale)},{" "}
      {timeRange(slot.starts_at, slot.ends_at, clock)}
      <span className="muted">
        {" · "}
        {slot.price ? price(slot.price, slot.currency_code) : "free"}
      </span>
    </>
  )
}
