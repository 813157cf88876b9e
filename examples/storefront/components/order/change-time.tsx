"use client"

import type {
  OrderDelivery,
  OrderSlotsResponse,
} from "medusa-plugin-cornerstore/sdk"
import { useState } from "react"

import { isRefused } from "@/lib/problems"
import { moment, refusalWords, type SlotContext } from "@/lib/slot-words"
import { type OfferedSlot, whyNoSlots } from "@/lib/slots"
import { dayInWords, dayOf, timeRange } from "@/lib/times"

import { SlotPicker } from "../checkout/slot-picker"
import { useShop } from "../providers/shop"
import { Button } from "../ui/button"
import { Notice } from "../ui/notice"
import { useAction } from "../ui/use-action"
import styles from "./order.module.css"

/** Exchanges the time of a delivery for another one, while the shop still can. */
export function ChangeTime({
  orderId,
  timeZone,
  onChanged,
}: {
  orderId: string
  /** In which the shop means its days. */
  timeZone: string
  onChanged(delivery: OrderDelivery): void
}) {
  const { sdk, settings, price } = useShop()
  const [slots, setSlots] = useState<OrderSlotsResponse>()
  const [wanted, setWanted] = useState<OfferedSlot | null>(null)
  const [done, setDone] = useState(false)
  const { run, isBusy, problem, setProblem } = useAction()
  const clock = { locale: settings.locale, timeZone }
  const context: SlotContext = {
    clock,
    today: dayOf(new Date(), timeZone),
    // A minimum is a matter of carts; here the shop says which it is.
    goodsValue: 0,
    price,
    chosenWord: wanted ? "Chosen" : "Yours",
  }

  const list = async () => {
    const answer = await sdk.cornerstore.delivery.listSlotsForOrder(orderId)
    setSlots(answer)
    return answer
  }

  const open = () => {
    setDone(false)
    setWanted(null)
    void run(async () => {
      await list()
    })
  }

  const change = (slot: OfferedSlot) =>
    run(async () => {
      try {
        const { delivery } = await sdk.cornerstore.delivery.changeSlot(
          orderId,
          slot.id
        )
        if (delivery) {
          onChanged(delivery)
        }
        setSlots(undefined)
        setDone(true)
      } catch (error) {
        if (!isRefused(error)) {
          throw error
        }
        setWanted(null)
        const now = await list()
        setProblem(
          refusalWords(
            error,
            now.slots.find(({ id }) => id === slot.id),
            context
          )
        )
      }
    })

  if (!slots) {
    return (
      <>
        <Button look="secondary" disabled={isBusy} onClick={open}>
          {isBusy ? "Looking for times …" : "Change the time"}
        </Button>
        {done && <Notice kind="good">The new time is yours.</Notice>}
        {problem && <Notice kind="bad">{problem}</Notice>}
      </>
    )
  }
  return (
    <div className={styles.change} role="group" aria-label="Another time">
      {problem && <Notice kind="bad">{problem}</Notice>}
      {!slots.change.is_open ? (
        <Notice kind="warn">{CLOSED[slots.change.reason ?? "no_slot"]}</Notice>
      ) : slots.reason ? (
        <Notice kind="warn" title={whyNoSlots(slots).title}>
          {whyNoSlots(slots).text}
        </Notice>
      ) : (
        <>
          <p className="muted small">
            {slots.change.until &&
              `Until ${moment(slots.change.until, context)}. `}
            The price of your delivery stays{" "}
            {price(slots.change.charged, slots.change.currency_code)}: nothing
            is added, and nothing is paid back.
          </p>
          <SlotPicker
            slots={slots.slots}
            chosenId={wanted?.id ?? slots.booked_slot_id ?? undefined}
            offered={null}
            context={context}
            isBusy={isBusy}
            onChoose={setWanted}
          />
        </>
      )}
      <div className={styles.actions}>
        {wanted && wanted.id !== slots.booked_slot_id && (
          <Button disabled={isBusy} onClick={() => void change(wanted)}>
            {isBusy
              ? "Moving your delivery …"
              : `Move to ${dayInWords(wanted.date, context.today, clock.locale)}, ${timeRange(wanted.starts_at, wanted.ends_at, clock)}`}
          </Button>
        )}
        <Button
          look="plain"
          disabled={isBusy}
          onClick={() => {
            setProblem(null)
            setSlots(undefined)
          }}
        >
          Keep the time
        </Button>
      </div>
    </div>
  )
}

const CLOSED: Record<
  NonNullable<OrderSlotsResponse["change"]["reason"]>,
  string
> = {
  no_slot: "This order has no delivery time yet. The shop will write to you.",
  cut_off: "It is too late to change the time here. Please call the shop.",
  on_route:
    "Your order is with its driver already. Please call the shop to change the time.",
  delivered: "Your order was delivered.",
  canceled: "This order was canceled.",
}
