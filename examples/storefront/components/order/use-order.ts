"use client"

import type { HttpTypes } from "@medusajs/types"
import { useEffect, useState } from "react"

import { problemOf, statusOf } from "@/lib/problems"

import { useShop } from "../providers/shop"

export type Order = HttpTypes.StoreOrder

const ORDER_FIELDS = "+metadata,+items.metadata,+customer_id"

/** `missing`: there is none, or it is somebody else's. */
export type OrderAnswer =
  | { is: "loading" }
  | { is: "missing" }
  | { is: "failed"; problem: string }
  | { is: "found"; order: Order }

export function useOrder(id: string): OrderAnswer {
  const { sdk } = useShop()
  const [answer, setAnswer] = useState<OrderAnswer>({ is: "loading" })
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
  }, [sdk, id])
  return answer
}
