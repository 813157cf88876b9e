"use client"

import type { OrderDelivery } from "medusa-plugin-cornerstore/sdk"

import { useEffect } from "react"

import { dayInWords, dayOf, time, timeRange } from "@/lib/times"

import { useShop } from "../providers/shop"
import { LinkButton } from "../ui/button"
import { Icon } from "../ui/icon"
import { Notice } from "../ui/notice"
import { Skeleton } from "../ui/states"
import { ChangeTime } from "./change-time"
import styles from "./order.module.css"
import { newsOf, stepsOf } from "./stages"
import { useOrderDelivery } from "./use-order-delivery"
import { useTracker } from "./use-tracker"

/** When it comes and where it stands, live. */
export function DeliveryPanel({
  orderId,
  onDelivered,
}: {
  orderId: string
  /** It was delivered while the page was open. */
  onDelivered(): void
}) {
  const { answer, accept } = useOrderDelivery(orderId)
  switch (answer.is) {
    case "waiting":
      return <Skeleton height="13rem" />
    case "none":
      return (
        <Notice>
          There is no delivery time for this order yet. The shop will write to
          you.
        </Notice>
      )
    case "failed":
      return <Notice kind="bad">{answer.problem}</Notice>
    case "booked":
      return (
        <Followed
          orderId={orderId}
          delivery={answer.delivery}
          onDelivered={onDelivered}
          onChanged={accept}
        />
      )
  }
}

function Followed({
  orderId,
  delivery: { slot, tracking_token, tracking_url, ...booked },
  onDelivered,
  onChanged,
}: {
  orderId: string
  delivery: OrderDelivery
  onDelivered(): void
  onChanged(delivery: OrderDelivery): void
}) {
  const { settings } = useShop()
  const { state, link } = useTracker(tracking_token)
  const clock = { locale: settings.locale, timeZone: slot.time_zone }
  const stage = state?.stage ?? booked.stage
  const deliveredAt = state?.delivered_at ?? booked.delivered_at
  const isNews = stage === "delivered" && booked.stage !== "delivered"
  useEffect(() => {
    if (isNews) {
      onDelivered()
    }
  }, [isNews, onDelivered])
  const today = dayOf(new Date(), slot.time_zone)
  // Customer or shop may have moved it since the page was loaded.
  const at = state ?? slot
  const window = timeRange(at.starts_at, at.ends_at, clock)
  const news = newsOf(stage, state?.stops_before ?? null)
  return (
    <section
      className={`${styles.part} ${styles.delivery}`}
      aria-labelledby="delivery"
      data-stage={stage}
    >
      <div className={styles.deliveryHeading}>
        <p className={styles.eyebrow}>
          <Icon name="van" /> Delivery to {slot.district.name}
        </p>
        <p className={styles.link} data-link={link} role="status">
          {LINK_WORDS[link]}
        </p>
      </div>
      <h2 id="delivery" className={styles.when}>
        {stage === "delivered" && deliveredAt
          ? `Delivered ${dayInWords(dayOf(new Date(deliveredAt), slot.time_zone), today, clock.locale)}, ${time(deliveredAt, clock)}`
          : stage === "canceled"
            ? "This delivery was canceled"
            : `${dayInWords(at.date, today, clock.locale)}, ${window}`}
      </h2>
      <ol className={styles.steps} aria-label="Stages">
        {stepsOf(stage).map((step) => (
          <li
            key={step.name}
            data-state={step.state}
            aria-current={step.state === "current" ? "step" : undefined}
          >
            <span className={styles.dot}>
              {step.state !== "next" && <Icon name={step.icon} size={16} />}
            </span>
            {step.name}
          </li>
        ))}
      </ol>
      {news && <p role="status">{news}</p>}
      <div className={styles.actions}>
        <LinkButton
          look="secondary"
          href={tracking_url}
          target="_blank"
          rel="noreferrer"
        >
          Open the tracking page
        </LinkButton>
        {stage === "booked" && (
          <ChangeTime
            orderId={orderId}
            timeZone={slot.time_zone}
            onChanged={onChanged}
          />
        )}
      </div>
    </section>
  )
}

const LINK_WORDS = {
  connecting: "Connecting",
  live: "Live",
  lost: "Connection lost, trying again",
  over: "",
} as const
