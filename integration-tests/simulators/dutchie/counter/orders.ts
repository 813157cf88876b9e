import { z } from "@medusajs/framework/zod"

import { type Answer, json } from "../../shared/answer"
import {
  ControlError,
  controlBody,
  type ControlTable,
} from "../../shared/control"
import { parameter, type SimRequest } from "../../shared/request"
import { nextStatus, setStatus } from "../lifecycle"
import { reject } from "../orders"
import type { Order } from "../state/sales"
import type { Store } from "../store"

const advanceSchema = z.strictObject({
  /** Any word, also one the vendor does not document; the next when left out. */
  status: z.string().min(1).optional(),
  /** The store refuses the order and says why. */
  reject: z.string().min(1).optional(),
  /** Staff edits the reference, or removes it with null. */
  reference: z.string().nullable().optional(),
  /** A word of `/Deliveries` that does not follow from the status. */
  delivery_status: z.string().min(1).optional(),
  /** Moves the guest into a room that the guest list leaves out, or back. */
  hidden: z.boolean().optional(),
})

/** What staff does with orders at the register. */
export function orderControls(store: Store): ControlTable {
  return {
    "GET /orders": (request) => json(listOrders(store, request)),
    "GET /orders/:id": (_request, { id }) => json(orderOf(store, id)),
    "POST /orders/:id/advance": (request, { id }) =>
      advance(store, orderOf(store, id), request),
    "GET /transactions": () => json(store.state.transactions),
    "GET /customers": () => json(store.state.customers),
    "POST /customers/:id/merge": (request, { id }) => merge(store, id, request),
  }
}

/** All orders, or those with a reference or status. */
function listOrders({ state }: Store, request: SimRequest): Order[] {
  const reference = parameter(request, "reference")
  const status = parameter(request, "status")
  return state.orders.filter(
    (order) =>
      (!reference || order.transactionReference === reference) &&
      (!status || order.status === status)
  )
}

function orderOf(store: Store, id: string): Order {
  const order = store.order(Number(id))
  if (!order) {
    throw new ControlError(`There is no order ${id}.`)
  }
  return order
}

function advance(store: Store, order: Order, request: SimRequest): Answer {
  const change = controlBody(request, advanceSchema)
  const visit = store.state.visits.find(
    ({ transactionId }) => transactionId === order.transactionId
  )
  if (change.reference !== undefined) {
    order.transactionReference = change.reference
    if (visit) {
      visit.transactionReferenceNumber = change.reference
    }
  }
  if (change.hidden !== undefined && visit) {
    visit.hidden = change.hidden
  }
  if (change.reject) {
    reject(store, order, change.reject)
  } else if (change.status) {
    setStatus(store, order, change.status, "register")
  } else if (Object.keys(change).length === 0) {
    setStatus(store, order, following(order), "register")
  }
  order.deliveryStatus = change.delivery_status ?? order.deliveryStatus
  return json(order)
}

function following(order: Order): string {
  const status = nextStatus(order)
  if (!status) {
    throw new ControlError(
      `Nothing comes after ${order.status}: name a status to set one all the same.`
    )
  }
  return status
}

/** Two customers turn out to be one: the first points to the second. */
function merge(store: Store, id: string, request: SimRequest): Answer {
  const { into } = controlBody(request, z.strictObject({ into: z.int() }))
  const customer = store.customer(Number(id))
  if (!customer || !store.customer(into) || Number(id) === into) {
    throw new ControlError(`Customer ${id} cannot be merged into ${into}.`)
  }
  customer.mergedIntoCustomerId = into
  customer.lastModifiedDateUTC = store.timestamp()
  return json(customer)
}
