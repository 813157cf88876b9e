"use client"

import {
  freeFromWords,
  moment,
  priceWords,
  type SlotContext,
  stateWords,
  whyNot,
} from "@/lib/slot-words"
import type { OfferedSlot } from "@/lib/slots"
import { timeRange } from "@/lib/times"

import { Icon } from "../ui/icon"
import styles from "./checkout.module.css"

/** One time of a day: its price, and until when or why not it can be taken. */
export function SlotButton({
  slot,
  context,
  isChosen,
  isRecommended,
  isBusy,
  onChoose,
}: {
  slot: OfferedSlot
  context: SlotContext
  isChosen: boolean
  isRecommended: boolean
  isBusy: boolean
  onChoose(slot: OfferedSlot): void
}) {
  // The place that is kept for this cart may be the last one.
  const why = isChosen ? null : whyNot(slot, context)
  const freeFrom = freeFromWords(slot, context)
  return (
    <button
      type="button"
      className={styles.slot}
      aria-pressed={isChosen}
      disabled={isBusy || why !== null}
      data-slot={slot.id}
      data-state={slot.state}
      data-reason={slot.reason ?? undefined}
      onClick={() => onChoose(slot)}
    >
      {isRecommended && (
        <span className={styles.slotBadge}>
          <Icon name="star" size={14} />
          {recommendation(slot, context.clock.locale)}
        </span>
      )}
      <span className={styles.slotTime}>
        {timeRange(slot.starts_at, slot.ends_at, context.clock)}
      </span>
      <span className={styles.slotPrice}>{priceWords(slot, context)}</span>
      <span className={styles.slotNote}>
        {why ?? (
          <>
            {slot.state === "open" &&
              `Order by ${moment(slot.cutoff_at, context)}`}
            {freeFrom && <span className={styles.slotFree}>{freeFrom}</span>}
          </>
        )}
      </span>
      <span className={styles.slotLeft} data-few={slot.remaining <= 2}>
        {isChosen ? (context.chosenWord ?? "Yours") : stateWords(slot)}
      </span>
    </button>
  )
}

const METRES = 1_000

/** "Recommended, saves 3.2 km" of driving. */
function recommendation({ saved_metres }: OfferedSlot, locale: string): string {
  if (!saved_metres || saved_metres < METRES / 10) {
    return "Recommended"
  }
  const saved = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "kilometer",
    maximumFractionDigits: 1,
  }).format(saved_metres / METRES)
  return `Recommended, saves ${saved}`
}
