"use client"

import { date } from "@/lib/times"

import cartStyles from "../cart/cart.module.css"
import { Totals } from "../cart/totals"
import { inOneLine } from "../checkout/address"
import { useShop } from "../providers/shop"
import { LinkButton } from "../ui/button"
import { Notice } from "../ui/notice"
import { Empty, Loading } from "../ui/states"
import { DeliveryPanel } from "./delivery-panel"
import { EarnedPoints } from "./earned-points"
import { OrderItems } from "./order-items"
import { OrderWishes } from "./order-wishes"
import styles from "./order.module.css"
import { PaidWith } from "./paid-with"
import { type Order, useOrder } from "./use-order"

export function OrderView({ id, isNew }: { id: string; isNew: boolean }) {
  const { answer, reload } = useOrder(id)
  switch (answer.is) {
    case "loading":
      return <Loading what="your order" />
    case "missing":
      return (
        <Empty
          title="There is no such order"
          action={<LinkButton href="/account">To your account</LinkButton>}
        >
          Check that the link is complete.
        </Empty>
      )
    case "failed":
      return <Notice kind="bad">{answer.problem}</Notice>
    case "found":
      return <Found order={answer.order} isNew={isNew} onDelivered={reload} />
  }
}

function Found({
  order,
  isNew,
  onDelivered,
}: {
  order: Order
  isNew: boolean
  onDelivered(): void
}) {
  const { clock } = useShop()
  const address = order.shipping_address
  return (
    <>
      <header className={styles.header}>
        <h1>
          {isNew
            ? `Thank you${address?.first_name ? `, ${address.first_name}` : ""}.`
            : `Order #${order.display_id}`}
        </h1>
        <p className="muted">
          {isNew && (
            <>
              Order <strong>#{order.display_id}</strong> is ours to make now. We
              write to {order.email}.
            </>
          )}
          {!isNew && `Placed ${date(String(order.created_at), clock)}`}
        </p>
      </header>
      <div className={cartStyles.page}>
        <div className={styles.parts}>
          <DeliveryPanel orderId={order.id} onDelivered={onDelivered} />
          <EarnedPoints orderId={order.id} />
          <section className={styles.part} aria-labelledby="items">
            <h2 id="items">What you ordered</h2>
            <OrderItems order={order} />
            {order.cart && <OrderWishes cartId={order.cart.id} />}
          </section>
        </div>
        <aside className={cartStyles.summary} aria-label="Summary">
          <Totals
            cart={order}
            isDeliveryChosen={Boolean(order.shipping_methods?.length)}
          />
          {address && (
            <div>
              <h3>To</h3>
              <p>
                {address.first_name} {address.last_name}
                <br />
                {inOneLine({ ...address, metadata: null })}
              </p>
            </div>
          )}
          <PaidWith order={order} />
        </aside>
      </div>
    </>
  )
}
