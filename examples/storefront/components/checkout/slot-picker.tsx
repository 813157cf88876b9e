"use client"

import { useEffect, useRef, useState } from "react"

import type { SlotContext } from "@/lib/slot-words"
import { byDay, type OfferedSlot, type SlotDay } from "@/lib/slots"
import { dayName } from "@/lib/times"

import { Icon } from "../ui/icon"
import styles from "./checkout.module.css"
import { SlotButton } from "./slot-button"

/** First the day, then the hour; choosing an hour keeps it. */
export function SlotPicker({
  slots,
  chosenId,
  offered,
  context,
  isBusy,
  onChoose,
}: {
  slots: OfferedSlot[]
  chosenId: string | undefined
  /** What comes instead of a time that was refused; its day is shown. */
  offered: OfferedSlot | null
  context: SlotContext
  isBusy: boolean
  onChoose(slot: OfferedSlot): void
}) {
  const { clock, today } = context
  const days = byDay(slots)
  const first =
    days.find(({ slots: all }) => all.some(({ id }) => id === chosenId)) ??
    days.find(isOpen) ??
    days[0]
  const [date, setDate] = useState(offered?.date ?? first?.date)
  const day = days.find((each) => each.date === date) ?? first

  const offeredDate = offered?.date
  useEffect(() => {
    if (offeredDate) {
      setDate(offeredDate)
    }
  }, [offeredDate, offered?.id])

  // The first day with something free may be far along the row.
  const row = useRef<HTMLDivElement>(null)
  const shown = day?.date
  useEffect(() => {
    const { current } = row
    const button = current?.querySelector<HTMLElement>("[aria-pressed=true]")
    if (current && button) {
      const middle = button.offsetLeft + button.offsetWidth / 2
      current.scrollLeft = middle - current.offsetLeft - current.clientWidth / 2
    }
  }, [shown])

  return (
    <>
      <div ref={row} className={styles.days} role="group" aria-label="Day">
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
              <span className={styles.dayName}>
                {words.name}
                {each.slots.some(isRecommended) && (
                  <>
                    <Icon name="star" size={14} />
                    <span className="hidden-text"> (recommended)</span>
                  </>
                )}
              </span>
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
              context={context}
              isChosen={slot.id === chosenId}
              isRecommended={isRecommended(slot)}
              isBusy={isBusy}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
      <ZoneNote timeZone={clock.timeZone} />
    </>
  )
}

/** Says whose clock it is, when it is not the visitor's. */
function ZoneNote({ timeZone }: { timeZone: string | undefined }) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!timeZone || timeZone === own) {
    return null
  }
  const city = timeZone.split("/").at(-1)?.replaceAll("_", " ")
  return <p className="muted small">Times are those of {city}.</p>
}

/** A time that cannot be taken is no good advice. */
function isRecommended({ recommended, state }: OfferedSlot): boolean {
  return Boolean(recommended) && state === "open"
}

function isOpen({ slots }: SlotDay): boolean {
  return slots.some(({ state }) => state === "open")
}
