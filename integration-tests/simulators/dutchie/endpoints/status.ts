import { type Answer, empty, json } from "../../shared/answer"
import type { SimRequest } from "../../shared/request"
import { type Endpoint, flag, int } from "../endpoint"
import { badRequestEmpty } from "../errors"
import { isCancellable, isEnded, isUpdateable } from "../lifecycle"
import { PER_MINUTE } from "../rate-limits"
import type { Line, Order } from "../state/sales"
import type { Store } from "../store"

const DAYS_14 = 14 * 24 * 60 * 60_000

export const STATUS: Endpoint = {
  method: "GET",
  path: "/preorder/Status",
  role: "PreOrder",
  perMinute: PER_MINUTE.standard,
  handle: status,
}

function status(store: Store, request: SimRequest): Answer {
  const id = int(request, "PreOrderId")
  const lines = flag(request, "includeLineItems")
  if (id === undefined) {
    return lines
      ? badRequestEmpty()
      : json(listed(store).map((order) => preOrderStatus(store, order, false)))
  }
  if (Number.isNaN(id)) {
    return badRequestEmpty()
  }
  const order = store.order(id)
  if (!order) {
    return empty(404)
  }
  const told = preOrderStatus(store, order, lines)
  return json(store.switches.status_answer === "array" ? [told] : told)
}

/** Documented: orders of the last 14 days. */
function listed(store: Store): Order[] {
  const since = new Date(store.now().getTime() - DAYS_14).toISOString()
  return store.state.orders.filter(
    (order) =>
      order.orderDate >= since &&
      (store.switches.status_list === "recent" || !isEnded(order))
  )
}

/** `PreOrderStatus` of the OpenAPI description. */
function preOrderStatus(store: Store, order: Order, lines: boolean) {
  const customer = store.customer(order.customerId)
  return {
    preOrderId: order.preOrderId,
    status: order.status,
    transactionId: order.transactionId,
    orderDate: order.orderDate,
    customerFirstName: customer?.firstName ?? null,
    customerLastName: customer?.lastName ?? null,
    customerId: order.customerId,
    orderType: order.orderType,
    orderSource: order.orderSource,
    rejectedReason: order.rejectedReason,
    isCancellable: isCancellable(store, order),
    isUpdateable: isUpdateable(store, order),
    total: order.total,
    subTotal: order.subTotal,
    totalTax: order.totalTax,
    sourceSystem: "API",
    items: lines ? order.items.map(allocatedItem) : null,
  }
}

/** `AllocatedPreOrderItem`: a name, no product id. */
export function allocatedItem(line: Line) {
  const { productName, quantity, totalPrice, totalDiscount, totalTax } = line
  return { productName, quantity, totalPrice, totalDiscount, totalTax }
}
