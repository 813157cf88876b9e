"use client"

import { priceWords, type SlotContext } from "@/lib/slot-words"
import { type OfferedSlot, whyNoSlots } from "@/lib/slots"
import { dayInWords, timeRange } from "@/lib/times"

import { Button } from "../ui/button"
import { Notice } from "../ui/notice"
import { Skeleton } from "../ui/states"
import styles from "./checkout.module.css"
import { HoldNotice } from "./hold-notice"
import { SlotPicker } from "./slot-picker"
import type { Delivery } from "./use-delivery"

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
  const { slots, hold, offered, context, isBusy, problem, choose, reload } =
    delivery
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
      {offered && (
        <NextFree
          slot={offered}
          context={context}
          isBusy={isBusy}
          onTake={() => void choose(offered)}
        />
      )}
      <SlotPicker
        key={slots.district?.id}
        slots={slots.slots}
        chosenId={hold?.slot.id}
        offered={offered}
        context={context}
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

/** What to take instead of a time that was refused, at a press. */
function NextFree({
  slot,
  context,
  isBusy,
  onTake,
}: {
  slot: OfferedSlot
  context: SlotContext
  isBusy: boolean
  onTake(): void
}) {
  return (
    <div className={styles.offer} role="group" aria-label="Next free time">
      <p>
        The next free time is{" "}
        <strong>
          <SlotInWords slot={slot} context={context} />
        </strong>
      </p>
      <Button disabled={isBusy} onClick={onTake}>
        Take this time
      </Button>
    </div>
  )
}

/** "Tomorrow, May 14, 10 AM – 12 PM · Free" */
export function SlotInWords({
  slot,
  context,
}: {
  slot: OfferedSlot
  context: SlotContext
}) {
  const { clock, today } = context
  return (
    <>
      {dayInWords(slot.date, today, clock.locale)},{" "}
      {timeRange(slot.starts_at, slot.ends_at, clock)}
      <span className="muted">
        {" · "}
        {priceWords(slot, context)}
      </span>
    </>
  )
}
