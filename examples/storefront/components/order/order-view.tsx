"use client"

import { instructionsIn, isEmpty } from "@/lib/instructions"
import { date } from "@/lib/times"

import cartStyles from "../cart/cart.module.css"
import { Totals } from "../cart/totals"
import { inOneLine } from "../checkout/address"
import { useShop } from "../providers/shop"
import { LinkButton } from "../ui/button"
import { Notice } from "../ui/notice"
import { Empty, Loading } from "../ui/states"
import { WishList } from "../wishes/wish-list"
import { DeliveryPanel } from "./delivery-panel"
import { EarnedPoints } from "./earned-points"
import { OrderItems } from "./order-items"
import styles from "./order.module.css"
import { type Order, useOrder } from "./use-order"

export function OrderView({ id, isNew }: { id: string; isNew: boolean }) {
  const answer = useOrder(id)
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
      return <Found order={answer.order} isNew={isNew} />
  }
}

function Found({ order, isNew }: { order: Order; isNew: boolean }) {
  const { clock } = useShop()
  const wishes = instructionsIn(order.metadata)
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
          <DeliveryPanel orderId={order.id} />
          <EarnedPoints orderId={order.id} />
          <section className={styles.part} aria-labelledby="items">
            <h2 id="items">What you ordered</h2>
            <OrderItems order={order} />
            {!isEmpty(wishes) && (
              <div className={styles.wishes}>
                <h3>Your wishes</h3>
                <WishList wishes={wishes} />
              </div>
            )}
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

/** How it is paid, and whether it has been. */
function PaidWith({ order }: { order: Order }) {
  const collection = order.payment_collections?.[0]
  if (!collection) {
    return null
  }
  const isPaid = ["completed", "captured"].includes(String(collection.status))
  return (
    <div>
      <h3>Payment</h3>
      <p>{isPaid ? "Paid, thank you." : "To be paid when it is delivered."}</p>
    </div>
  )
}
