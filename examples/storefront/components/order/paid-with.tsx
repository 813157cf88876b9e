import { wayOf } from "../checkout/payment-ways"
import type { Order } from "./use-order"

/** How it is paid, and whether it has been. */
export function PaidWith({ order }: { order: Order }) {
  const payment = order.payment_collections?.[0]?.payments?.[0]
  if (!payment) {
    return null
  }
  const { title, isCash } = wayOf(payment.provider_id)
  return (
    <div>
      <h3>Payment</h3>
      <p data-paid={Boolean(payment.captured_at)}>
        {payment.captured_at
          ? "Paid, thank you."
          : isCash
            ? "In cash, when it is delivered."
            : `${title}: reserved, not taken yet.`}
      </p>
    </div>
  )
}
