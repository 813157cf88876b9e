"use client"

import { Totals } from "../cart/totals"
import cartStyles from "../cart/cart.module.css"
import type { Cart } from "../providers/cart"
import styles from "./checkout.module.css"
import { HoldNotice } from "./hold-notice"
import { SlotInWords } from "./time-step"
import type { Delivery } from "./use-delivery"

/** What is ordered, beside the steps. */
export function CheckoutSummary({
  cart,
  delivery: { hold, context, isBusy, choose },
}: {
  cart: Cart
  delivery: Delivery
}) {
  return (
    <aside className={cartStyles.summary} aria-label="Your order">
      <h2>Your order</h2>
      <ul className={styles.items}>
        {cart.items?.map((item) => (
          <li key={item.id}>
            <span className="numbers muted">{item.quantity} ×</span>
            <span>
              {item.product_title}
              <span className="muted small">
                {item.variant_title ? `, ${item.variant_title}` : ""}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Totals
        cart={cart}
        isDeliveryChosen={Boolean(cart.shipping_methods?.length)}
      />
      {hold && (
        <div className={styles.summaryHold}>
          <p>
            <SlotInWords slot={hold.slot} context={context} />
          </p>
          <HoldNotice
            hold={hold}
            isBusy={isBusy}
            onRenew={() => void choose(hold.slot)}
          />
        </div>
      )}
    </aside>
  )
}
