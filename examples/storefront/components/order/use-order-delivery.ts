"use client"

import type { OrderDelivery } from "medusa-plugin-cornerstore/sdk"
import { useCallback, useEffect, useState } from "react"

import { problemOf } from "@/lib/problems"

import { useShop } from "../providers/shop"

/** The place becomes the order's a moment after the order is placed. */
const ATTEMPTS = 20
const PAUSE_MS = 500

export type DeliveryAnswer =
  | { is: "waiting" }
  | { is: "none" }
  | { is: "failed"; problem: string }
  | { is: "booked"; delivery: OrderDelivery }

export function useOrderDelivery(orderId: string): {
  answer: DeliveryAnswer
  /** Shows a delivery as the shop answered it. */
  accept(delivery: OrderDelivery): void
} {
  const { sdk } = useShop()
  const [answer, setAnswer] = useState<DeliveryAnswer>({ is: "waiting" })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async (attempt: number) => {
      const { delivery } =
        await sdk.cornerstore.delivery.retrieveForOrder(orderId)
      if (isOver) {
        return
      }
      if (delivery) {
        setAnswer({ is: "booked", delivery })
      } else if (attempt === ATTEMPTS) {
        setAnswer({ is: "none" })
      } else {
        timer = setTimeout(() => start(attempt + 1), PAUSE_MS)
      }
    }
    const start = (attempt: number) => {
      ask(attempt).catch((error: unknown) => {
        if (!isOver) {
          setAnswer({ is: "failed", problem: problemOf(error) })
        }
      })
    }
    start(1)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [sdk, orderId])

  const accept = useCallback(
    (delivery: OrderDelivery) => setAnswer({ is: "booked", delivery }),
    []
  )
  return { answer, accept }
}
