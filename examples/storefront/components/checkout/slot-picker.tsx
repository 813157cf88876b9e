"use client"

import type { DeliverySlot } from "medusa-plugin-cornerstore/sdk"
import { useState } from "react"

import { byDay, type SlotDay } from "@/lib/slots"
import { dayName, dayOf, time, timeRange } from "@/lib/times"

import { useShop } from "../providers/shop"
import styles from "./checkout.module.css"

/** First the day, then the hour; choosing an hour keeps it. */
export function SlotPicker({
  slots,
  chosenId,
  isBusy,
  onChoose,
}: {
  slots: DeliverySlot[]
  chosenId: string | undefined
  isBusy: boolean
  onChoose(slot: DeliverySlot): void
}) {
  const { clock } = useShop()
  const days = byDay(slots)
  const first =
    days.find(({ slots: all }) => all.some(({ id }) => id === chosenId)) ??
    days.find(isOpen) ??
    days[0]
  const [date, setDate] = useState(first?.date)
  const day = days.find((each) => each.date === date) ?? first
  const today = dayOf(new Date(), clock.timeZone)
  return (
    <>
      <div className={styles.days} role="group" aria-label="Day">
        {days.map((each) => {
          const words = dayName(each.date, today, clock.locale)
          return (
            <button
              key={each.date}
              type="button"
              className={styles.day}
              aria-pressed={each.date === day?.date}
              onClick={() => setDate(each.date)}
            >
              <span>{words.name}</span>
              <span className={styles.dayDate}>
                {isOpen(each) ? words.date : "nothing free"}
              </span>
            </button>
          )
        })}
      </div>
      <ul className={styles.slots} aria-label="Times">
        {day?.slots.map((slot) => (
          <li key={slot.id}>
            <SlotButton
              slot={slot}
              today={today}
              isChosen={slot.id === chosenId}
              isBusy={isBusy}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
      <ZoneNote />
    </>
  )
}

function SlotButton({
  slot,
  today,
  isChosen,
  isBusy,
  onChoose,
}: {
  slot: DeliverySlot
  today: string
  isChosen: boolean
  isBusy: boolean
  onChoose(slot: DeliverySlot): void
}) {
  const { clock, price } = useShop()
  const cutoffDay = dayOf(new Date(slot.cutoff_at), clock.timeZone)
  return (
    <button
      type="button"
      className={styles.slot}
      aria-pressed={isChosen}
      // The place that is kept for this cart may be the last one.
      disabled={isBusy || (slot.state !== "open" && !isChosen)}
      data-slot={slot.id}
      onClick={() => onChoose(slot)}
    >
      <span className={styles.slotTime}>
        {timeRange(slot.starts_at, slot.ends_at, clock)}
      </span>
      <span className={styles.slotPrice}>
        {slot.price ? price(slot.price, slot.currency_code) : "Free"}
      </span>
      <span className={styles.slotNote}>
        {slot.state === "open" &&
          `Order by ${
            cutoffDay === today
              ? ""
              : `${dayName(cutoffDay, today, clock.locale).name} `
          }${time(slot.cutoff_at, clock)}`}
      </span>
      <span className={styles.slotLeft} data-few={slot.remaining <= 2}>
        {isChosen ? "Yours" : LEFT[slot.state](slot.remaining)}
      </span>
    </button>
  )
}

const LEFT: Record<DeliverySlot["state"], (remaining: number) => string> = {
  open: (remaining) => `${remaining} left`,
  full: () => "Full",
  closed: () => "Too late",
}

/** Says whose clock it is, when it is not the visitor's. */
function ZoneNote() {
  const { timeZone } = useShop().clock
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!timeZone || timeZone === own) {
    return null
  }
  const city = timeZone.split("/").at(-1)?.replaceAll("_", " ")
  return <p className="muted small">Times are those of {city}.</p>
}

function isOpen({ slots }: SlotDay): boolean {
  return slots.some(({ state }) => state === "open")
}
