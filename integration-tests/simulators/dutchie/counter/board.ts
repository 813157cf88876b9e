import { readFileSync } from "node:fs"
import path from "node:path"

import { type Answer, HTML_TYPE, json } from "../../shared/answer"
import type { ControlTable } from "../../shared/control"
import { nextStatus } from "../lifecycle"
import { round4 } from "../money"
import { available, packagesOf } from "../stock"
import type { Order } from "../state/sales"
import type { Store } from "../store"

const PAGE = path.join(__dirname, "counter.html")
const SHOWN = 100

/** A page to play the person at the register, and what it shows. */
export function boardControls(store: Store): ControlTable {
  return {
    "GET /counter": page,
    "GET /board": () =>
      json({
        location: store.state.location.locationName,
        orders: store.state.orders
          .slice(-SHOWN)
          .reverse()
          .map((order) => ticket(store, order)),
        shelf: store.state.products.map((product) => ({
          sku: product.sku,
          name: product.productName,
          price: product.price,
          on_hand: round4(
            packagesOf(store, product.productId).reduce(
              (total, { quantity }) => total + quantity,
              0
            )
          ),
          available: available(store, product.productId),
        })),
      }),
  }
}

function page(): Answer {
  return {
    status: 200,
    body: readFileSync(PAGE, "utf8"),
    contentType: HTML_TYPE,
    headers: {
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'",
    },
  }
}

function ticket(store: Store, order: Order) {
  const customer = store.customer(order.customerId)
  const { street, city } = order.address
  return {
    id: order.preOrderId,
    reference: order.transactionReference,
    customer: [customer?.firstName, customer?.lastName]
      .filter(Boolean)
      .join(" "),
    at: order.orderDate,
    to: order.isDelivery ? [street, city].filter(Boolean).join(", ") : null,
    notes: order.notes,
    items: order.items.map(({ productName, quantity }) => ({
      name: productName,
      quantity,
    })),
    total: order.total,
    status: order.status,
    reason: order.rejectedReason ?? order.cancellationReason,
    next: nextStatus(order) ?? null,
  }
}
