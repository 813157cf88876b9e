import { z } from "@medusajs/framework/zod"

import { type Answer, empty, json } from "../../shared/answer"
import { caseless } from "../../shared/caseless"
import type { SimRequest } from "../../shared/request"
import { type Endpoint, readBody } from "../endpoint"
import { badRequestEmpty } from "../errors"
import {
  isCancellable,
  isUpdateable,
  release,
  reserve,
  setStatus,
} from "../lifecycle"
import { shortages } from "../orders"
import { priceCart } from "../pricing"
import { PER_MINUTE } from "../rate-limits"
import type { Order } from "../state/sales"
import type { Store } from "../store"
import { contentShape, itemProblem } from "./submit"

const cancelSchema = caseless({
  orderId: z.int(),
  cancellationReason: z.string().nullish(),
})

/** `UpdatePreOrderRequest` of the OpenAPI description. */
const updateSchema = caseless({
  ...contentShape,
  orderId: z.int(),
  customerId: z.int().nullish(),
})
type Update = z.infer<typeof updateSchema>

/** Cancel and update: refused with an empty 400, unknown orders with 404. */
export const CHANGE: Endpoint[] = [
  {
    method: "POST",
    path: "/preorder/cancel",
    role: "PreOrder",
    perMinute: PER_MINUTE.preorderCancel,
    handle: cancel,
  },
  {
    method: "POST",
    path: "/preorder/update",
    role: "PreOrder",
    perMinute: PER_MINUTE.standard,
    handle: update,
  },
]

function cancel(store: Store, request: SimRequest): Answer {
  const body = readBody(request, cancelSchema)
  if (!body.ok) {
    return badRequestEmpty()
  }
  const order = store.order(body.data.orderId)
  if (!order) {
    return empty(404)
  }
  if (!isCancellable(store, order)) {
    return badRequestEmpty()
  }
  order.cancellationReason = body.data.cancellationReason ?? null
  setStatus(store, order, "Cancelled", "integrator")
  return json(order.preOrderId)
}

function update(store: Store, request: SimRequest): Answer {
  const body = readBody(request, updateSchema)
  if (!body.ok) {
    return badRequestEmpty()
  }
  const order = store.order(body.data.orderId)
  if (!order) {
    return empty(404)
  }
  if (!isUpdateable(store, order) || !mayChange(store, order, body.data)) {
    return badRequestEmpty()
  }
  const { items, redemptions, ...rest } = body.data
  if (items) {
    const kept = order.allocations.length > 0
    release(store, order)
    if (
      itemProblem(store, items) ||
      (store.switches.oversell !== "accept" && shortages(store, items).length)
    ) {
      restore(store, order, kept)
      return badRequestEmpty()
    }
    const customer = store.customer(order.customerId)
    const medical = customer ? store.isMedical(customer) : false
    Object.assign(order, priceCart(store, items, medical))
    restore(store, order, kept)
  }
  // Left out keeps what is there, documented.
  order.redemptions = redemptions ?? order.redemptions
  applyDetails(order, rest)
  return empty(200)
}

function mayChange(
  { switches }: Store,
  order: Order,
  { items, customerId }: Update
): boolean {
  const limited =
    order.status === "Processing" && switches.update_in_processing === "limited"
  const sameCustomer = !customerId || customerId === order.customerId
  return sameCustomer && !(limited && items)
}

/** Keeps stock again where stock was kept before. */
function restore(store: Store, order: Order, kept: boolean): void {
  const { reserve_at } = store.switches
  if (kept && reserve_at !== "never") {
    reserve(store, order, reserve_at)
  }
}

function applyDetails(
  order: Order,
  given: Omit<Update, "items" | "redemptions">
): void {
  order.isDelivery = given.isDelivery ?? order.isDelivery
  order.orderSource = given.orderSource ?? order.orderSource
  order.notes = given.notes ?? order.notes
  order.timeWindowStartDateUtc =
    given.timeWindowStartDateUtc ?? order.timeWindowStartDateUtc
  order.timeWindowEndDateUtc =
    given.timeWindowEndDateUtc ?? order.timeWindowEndDateUtc
  order.address = {
    street: given.deliveryStreet ?? order.address.street,
    street2: given.deliveryStreet2 ?? order.address.street2,
    city: given.deliveryCity ?? order.address.city,
    state: given.deliveryState ?? order.address.state,
    postalCode: given.deliveryPostalCode ?? order.address.postalCode,
  }
}
