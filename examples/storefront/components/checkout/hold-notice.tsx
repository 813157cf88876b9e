"use client"

import { countdown } from "@/lib/times"

import { Button } from "../ui/button"
import { Icon } from "../ui/icon"
import styles from "./checkout.module.css"
import type { Hold } from "./use-delivery"
import { useNow } from "./use-now"

/** From here on it is offered to keep the place for longer. */
const SOON_MS = 3 * 60_000

/** How long the place is kept, and what to do when it is not any more. */
export function HoldNotice({
  hold,
  isBusy,
  onRenew,
}: {
  hold: Hold
  isBusy: boolean
  onRenew(): void
}) {
  const left = Date.parse(hold.expiresAt) - useNow()
  const isOver = left <= 0
  return (
    <div className={styles.hold} data-over={isOver}>
      <Icon name="clock" />
      {isOver ? (
        <span role="alert">
          Your time is no longer kept. If it is still free you can take it
          again.
        </span>
      ) : (
        <span>
          Kept for you for{" "}
          <strong className="numbers" role="timer">
            {countdown(left)}
          </strong>
        </span>
      )}
      {left < SOON_MS && (
        <Button look="plain" disabled={isBusy} onClick={onRenew}>
          {isOver ? "Take it again" : "Keep it longer"}
        </Button>
      )}
    </div>
  )
}
