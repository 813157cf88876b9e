"use client"

import type { LoyaltyEntry } from "medusa-plugin-cornerstore/sdk"
import Link from "next/link"
import { useEffect, useState } from "react"

import { date } from "@/lib/times"

import { useCustomer } from "../providers/customer"
import { useShop } from "../providers/shop"
import { Icon } from "../ui/icon"
import styles from "./order.module.css"

/** Points are written down a moment after the order is placed. */
const ATTEMPTS = 10
const PAUSE_MS = 1_000
const RECENT = 50

/** What this order earned; a guest is told that an account would have. */
export function EarnedPoints({ orderId }: { orderId: string }) {
  const { clock } = useShop()
  const { customer } = useCustomer()
  const entry = useEarned(orderId, Boolean(customer))
  if (!customer || !entry) {
    return null
  }
  const isPending =
    entry.available_at !== null && Date.parse(entry.available_at) > Date.now()
  return (
    <p className={styles.points}>
      <Icon name="star" />
      <span>
        <strong>{entry.points} points</strong> for this order
        {isPending && entry.available_at
          ? `, to be used from ${date(entry.available_at, clock)}.`
          : "."}{" "}
        <Link href="/account">See your points</Link>
      </span>
    </p>
  )
}

function useEarned(orderId: string, isCustomer: boolean) {
  const { sdk } = useShop()
  const [entry, setEntry] = useState<LoyaltyEntry>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = !isCustomer
    const ask = async (attempt: number) => {
      const { entries } = await sdk.cornerstore.loyalty.listEntries({
        limit: RECENT,
      })
      const found = entries.find(
        ({ kind, reference }) => kind === "earn" && reference.id === orderId
      )
      if (isOver) {
        return
      }
      if (found) {
        setEntry(found)
      } else if (attempt < ATTEMPTS) {
        timer = setTimeout(() => start(attempt + 1), PAUSE_MS)
      }
    }
    const start = (attempt: number) => {
      ask(attempt).catch((error: unknown) =>
        console.warn("The points could not be read:", error)
      )
    }
    if (!isOver) {
      start(1)
    }
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [sdk, orderId, isCustomer])
  return entry
}
