"use client"

import type { HttpTypes } from "@medusajs/types"
import { useCallback, useEffect, useState } from "react"

import { problemOf, statusOf } from "@/lib/problems"

import { useShop } from "../providers/shop"

/** Medusa sends the cart's id along; its types do not say so. */
export type Order = HttpTypes.StoreOrder & { cart?: { id: string } | null }

const ORDER_FIELDS = "+items.metadata,+cart.id,*payment_collections.payments"

/** `missing`: there is none, or it is somebody else's. */
export type OrderAnswer =
  | { is: "loading" }
  | { is: "missing" }
  | { is: "failed"; problem: string }
  | { is: "found"; order: Order }

export function useOrder(id: string): {
  answer: OrderAnswer
  /** Asks again; what is shown stays until the answer is there. */
  reload(): void
} {
  const { sdk } = useShop()
  const [answer, setAnswer] = useState<OrderAnswer>({ is: "loading" })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isCurrent = true
    const show = (next: OrderAnswer) => isCurrent && setAnswer(next)
    sdk.store.order.retrieve(id, { fields: ORDER_FIELDS }).then(
      ({ order }) => show({ is: "found", order }),
      (error: unknown) =>
        show(
          statusOf(error) === 404
            ? { is: "missing" }
            : { is: "failed", problem: problemOf(error) }
        )
    )
    return () => {
      isCurrent = false
    }
  }, [sdk, id, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { answer, reload }
}
