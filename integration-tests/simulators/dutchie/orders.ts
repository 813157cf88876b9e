import type { Submit } from "./endpoints/submit"
import { enterQueue, release, reserve, setStatus } from "./lifecycle"
import { priceCart } from "./pricing"
import { available } from "./stock"
import type { Customer } from "./state/people"
import type { Order } from "./state/sales"
import type { Store } from "./store"

/** Takes an order in: price, ticket, stock. */
export function createOrder(
  store: Store,
  content: Submit,
  customer: Customer,
  { rejectedReason }: { rejectedReason: string | null }
): Order {
  const { switches } = store
  const isDelivery = content.isDelivery ?? false
  const asked = switches.submitted_status === "honoured" && content.status
  const status = asked || switches.first_status
  const order: Order = {
    preOrderId: store.next("order"),
    transactionId: null,
    status,
    rejectedReason: null,
    cancellationReason: null,
    orderDate: store.timestamp(),
    customerId: customer.customerId,
    orderType: content.orderType ?? (isDelivery ? "Delivery" : "Pickup"),
    orderSource: content.orderSource ?? "Web",
    isDelivery,
    address: {
      street: content.deliveryStreet ?? null,
      street2: content.deliveryStreet2 ?? null,
      city: content.deliveryCity ?? null,
      state: content.deliveryState ?? null,
      postalCode: content.deliveryPostalCode ?? null,
    },
    timeWindowStartDateUtc: content.timeWindowStartDateUtc ?? null,
    timeWindowEndDateUtc: content.timeWindowEndDateUtc ?? null,
    notes: content.notes ?? null,
    redemptions: content.redemptions ?? [],
    transactionReference: content.transactionReference ?? null,
    ...priceCart(store, content.items ?? [], store.isMedical(customer)),
    allocations: [],
    deliveryStatus: isDelivery ? "Placed" : null,
    route: {
      driverId: null,
      vehicleId: null,
      departedAt: null,
      arrivedAt: null,
    },
    history: [{ status, at: store.timestamp(), by: "integrator" }],
  }
  store.state.orders.push(order)
  if (rejectedReason) {
    reject(store, order, rejectedReason)
  } else {
    enterQueue(store, order, "submit")
    reserve(store, order, "submit")
  }
  return order
}

/** The store does not take the order: it says why and keeps nothing for it. */
export function reject(store: Store, order: Order, reason: string): void {
  const { rejected_status } = store.switches
  order.rejectedReason = reason
  if (rejected_status === "kept") {
    release(store, order)
  } else {
    setStatus(store, order, rejected_status, "register")
  }
}

/** Which products there is too little of. */
export function shortages(
  store: Store,
  items: { productId: number; quantity: number }[]
): { productId: number; left: number }[] {
  return [...new Set(items.map(({ productId }) => productId))].flatMap(
    (productId) => {
      const wanted = items
        .filter((item) => item.productId === productId)
        .reduce((total, { quantity }) => total + quantity, 0)
      const left = available(store, productId)
      return wanted > left ? [{ productId, left }] : []
    }
  )
}
