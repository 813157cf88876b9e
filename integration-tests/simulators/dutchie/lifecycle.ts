import { allocate, choosePackages, move, packageById } from "./stock"
import type { Order, Transaction } from "./state/sales"
import type { Store } from "./store"

/**
 * Status words and what they allow. Source: descriptions of
 * `/preorder/Status`, `/preorder/cancel` and `/preorder/update` in the OpenAPI
 * description; the field itself is free text.
 */
const PICKUP = ["Submitted", "Processing", "Filled", "Complete"]
const DELIVERY = ["Submitted", "Processing", "Filled", "In Transit", "Complete"]
const FRESH = ["Submitted", "Pending"]
const ENDED = ["Complete", "Cancelled", "Rejected"]
/** Words of `/Deliveries` by the order's own; others are set by hand. */
const DELIVERY_WORDS: Record<string, string> = {
  Submitted: "Placed",
  Pending: "Placed",
  Filled: "Filled",
  "In Transit": "In Transit",
  Complete: "Delivered",
  Cancelled: "Cancelled",
}

export const isEnded = ({ status }: Order): boolean => ENDED.includes(status)

export function isCancellable(store: Store, { status }: Order): boolean {
  return (
    FRESH.includes(status) ||
    (status === "Processing" &&
      store.switches.cancel_in_processing === "allowed")
  )
}

export function isUpdateable(store: Store, { status }: Order): boolean {
  return (
    FRESH.includes(status) ||
    (status === "Processing" &&
      store.switches.update_in_processing !== "refused")
  )
}

/** What comes after a status; undefined at the end and for unknown words. */
export function nextStatus({ status, isDelivery }: Order): string | undefined {
  const path = isDelivery ? DELIVERY : PICKUP
  const known = FRESH.includes(status) ? "Submitted" : status
  const index = path.indexOf(known)
  return index === -1 ? undefined : path[index + 1]
}

/** Sets a status with all that it means: stock, guest list, sale. */
export function setStatus(
  store: Store,
  order: Order,
  status: string,
  by: string
): void {
  order.status = status
  order.history.push({ status, at: store.timestamp(), by })
  if (order.isDelivery) {
    order.deliveryStatus = DELIVERY_WORDS[status] ?? order.deliveryStatus
  }
  switch (status) {
    case "Processing":
      enterQueue(store, order, "processing")
      reserve(store, order, "processing")
      break
    case "In Transit":
      order.route.departedAt = store.timestamp()
      break
    case "Complete":
      order.route.arrivedAt = order.isDelivery ? store.timestamp() : null
      complete(store, order)
      break
    case "Cancelled":
    case "Rejected":
      release(store, order)
      leaveQueue(store, order)
      break
  }
}

/** The guest list's line of an order, at the moment the switch names. */
export function enterQueue(
  store: Store,
  order: Order,
  moment: "submit" | "processing"
): void {
  if (store.switches.transaction_at !== moment || order.transactionId) {
    return
  }
  order.transactionId = store.next("transaction")
  store.state.visits.push({
    transactionId: order.transactionId,
    customerId: order.customerId,
    checkinDateUTC: store.timestamp(),
    status: "New Online Order",
    transactionReferenceNumber: order.transactionReference,
    preOrderSource: order.orderSource,
    hidden: false,
  })
}

/** Keeps stock for an order, at the moment the switch names. */
export function reserve(
  store: Store,
  order: Order,
  moment: "submit" | "processing"
): void {
  if (store.switches.reserve_at !== moment || order.allocations.length) {
    return
  }
  for (const { productId, quantity } of order.items) {
    const chosen = choosePackages(store, productId, quantity)
    allocate(store, chosen, 1)
    order.allocations.push(...chosen)
  }
}

/** Gives back what was kept. */
export function release(store: Store, order: Order): void {
  allocate(store, order.allocations, -1)
  order.allocations = []
}

function leaveQueue(store: Store, { transactionId }: Order): void {
  store.state.visits = store.state.visits.filter(
    (visit) => visit.transactionId !== transactionId
  )
}

/** The sale: stock leaves the shelf, the register has a transaction. */
function complete(store: Store, order: Order): void {
  const taken = order.allocations.length
    ? order.allocations
    : order.items.flatMap(({ productId, quantity }) =>
        choosePackages(store, productId, quantity)
      )
  release(store, order)
  order.transactionId ??= store.next("transaction")
  const at = store.timestamp()
  const transaction: Transaction = {
    transactionId: order.transactionId,
    customerId: order.customerId,
    transactionDate: at,
    lastModifiedDateUTC: at,
    voidDate: null,
    isReturn: false,
    returnOnTransactionId: null,
    orderIds: [order.preOrderId],
    orderType: order.orderType,
    orderSource: order.orderSource,
    referenceId: order.transactionReference,
    items: order.items.map((line) => {
      const inventoryId =
        taken.find(({ productId }) => productId === line.productId)
          ?.inventoryId ?? 0
      const own = store.state.packages.find(
        (each) => each.inventoryId === inventoryId
      )
      return {
        ...line,
        transactionItemId: store.next("line"),
        inventoryId,
        packageId: own?.packageId ?? "",
        batchName: own?.batchName ?? "",
        returnedByTransactionId: null,
        returnDate: null,
        returnReason: null,
      }
    }),
    subtotal: order.subTotal,
    tax: order.totalTax,
    total: order.total,
    cashPaid: order.total,
    debitPaid: 0,
  }
  store.state.transactions.push(transaction)
  for (const { inventoryId, quantity } of taken) {
    move(store, packageById(store, inventoryId), {
      type: "Sale",
      quantity: -quantity,
    })
  }
  leaveQueue(store, order)
}
