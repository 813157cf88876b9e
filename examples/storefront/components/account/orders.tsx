"use client"

import type { HttpTypes } from "@medusajs/types"
import Link from "next/link"
import { useCallback, useEffect, useState } from "react"

import { problemOf } from "@/lib/problems"
import { date } from "@/lib/times"

import { useShop } from "../providers/shop"
import { Button, LinkButton } from "../ui/button"
import { Notice } from "../ui/notice"
import { Skeleton } from "../ui/states"
import styles from "./account.module.css"

const PAGE_SIZE = 10

export function Orders() {
  const { sdk, clock, price } = useShop()
  const [orders, setOrders] = useState<HttpTypes.StoreOrder[]>()
  const [count, setCount] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)

  const loadFrom = useCallback(
    (offset: number) => {
      sdk.store.order
        .list({
          limit: PAGE_SIZE,
          offset,
          order: "-created_at",
          fields: "id,display_id,created_at,total,currency_code,status",
        })
        .then(({ orders: more, count: all }) => {
          setOrders((before = []) => [...before.slice(0, offset), ...more])
          setCount(all)
        })
        .catch((error: unknown) => setProblem(problemOf(error)))
    },
    [sdk]
  )
  useEffect(() => loadFrom(0), [loadFrom])

  return (
    <section className={styles.part} aria-labelledby="orders">
      <h2 id="orders">Orders</h2>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {!orders && !problem && <Skeleton height="6rem" />}
      {orders?.length === 0 && (
        <>
          <p className="muted">Nothing ordered yet.</p>
          <div>
            <LinkButton href="/" look="secondary">
              To the shelves
            </LinkButton>
          </div>
        </>
      )}
      <ul className={styles.rows}>
        {orders?.map((order) => (
          <li key={order.id}>
            <Link className={styles.row} href={`/orders/${order.id}`}>
              <span>
                <strong>#{order.display_id}</strong>{" "}
                <span className="muted">
                  {date(String(order.created_at), clock)}
                  {order.status === "canceled" && ", canceled"}
                </span>
              </span>
              <span className="numbers">
                {price(order.total, order.currency_code)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {orders && orders.length < count && (
        <Button look="plain" onClick={() => loadFrom(orders.length)}>
          Show more
        </Button>
      )}
    </section>
  )
}
