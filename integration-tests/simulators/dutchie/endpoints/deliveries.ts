import { z } from "@medusajs/framework/zod"

import { type Answer, empty, json } from "../../shared/answer"
import { caseless } from "../../shared/caseless"
import { parameter, type SimRequest } from "../../shared/request"
import { type Endpoint, flag, int, readBody } from "../endpoint"
import { validationResult } from "../errors"
import { PER_MINUTE } from "../rate-limits"
import type { Order } from "../state/sales"
import type { Store } from "../store"
import { allocatedItem } from "./status"

const FILTERS = [
  "PreOrderId",
  "TransactionId",
  "transactionIds",
  "deliveryStatus",
]

const routeSchema = caseless({
  transactionId: z.int(),
  driverId: z.int().nullish(),
  driverId2: z.int().nullish(),
  vehicleId: z.int().nullish(),
  route: z.string().nullish(),
  status: z.string().nullish(),
})

export const DELIVERIES: Endpoint[] = [
  {
    method: "GET",
    path: "/Deliveries",
    role: "Deliveries",
    perMinute: PER_MINUTE.deliveries,
    handle: list,
  },
  {
    method: "POST",
    path: "/Deliveries/set-route-detail",
    role: "Deliveries",
    perMinute: PER_MINUTE.deliveries,
    handle: setRoute,
  },
]

/** Documented: one filter at a time, else `ValidationResult`. */
function list(store: Store, request: SimRequest): Answer {
  const used = FILTERS.filter((name) => parameter(request, name))
  if (used.length > 1) {
    return validationResult(
      used.map((propertyName) => ({
        propertyName,
        errorMessage: `${used.join(" and ")} exclude each other`,
        attemptedValue: parameter(request, propertyName),
      }))
    )
  }
  const found = store.state.orders.filter(
    (order) => order.isDelivery && fits(order, request)
  )
  const lines = flag(request, "includeLineItems")
  return json(found.map((order) => deliveryStatus(store, order, lines)))
}

function fits(order: Order, request: SimRequest): boolean {
  const preOrderId = int(request, "PreOrderId")
  const transactionId = int(request, "TransactionId")
  const status = parameter(request, "deliveryStatus")
  const ids = (request.query.get("transactionids") ?? [])
    .flatMap((value) => value.split(","))
    .map(Number)
  return (
    (preOrderId === undefined || order.preOrderId === preOrderId) &&
    (transactionId === undefined || order.transactionId === transactionId) &&
    (ids.length === 0 || ids.includes(order.transactionId ?? NaN)) &&
    (!status || order.deliveryStatus?.toLowerCase() === status.toLowerCase())
  )
}

/** An instant that is not known where the schema has no null for it: assumed. */
const NO_TIME = "0001-01-01T00:00:00"

/** `DeliveryOrderStatus` of the OpenAPI description. */
function deliveryStatus(store: Store, order: Order, lines: boolean) {
  const customer = store.customer(order.customerId)
  const sale = store.transaction(order.transactionId ?? 0)
  return {
    preOrderId: order.preOrderId,
    transactionId: order.transactionId,
    status: order.status,
    deliveryStatus: order.deliveryStatus,
    orderDate: order.orderDate,
    customerFirstName: customer?.firstName ?? null,
    customerLastName: customer?.lastName ?? null,
    customerId: order.customerId,
    customerPhone: customer?.phone ?? null,
    orderType: order.orderType,
    orderSource: order.orderSource,
    rejectedReason: order.rejectedReason,
    total: order.total,
    subTotal: order.subTotal,
    totalTax: order.totalTax,
    streetAddress1: order.address.street,
    streetAddress2: order.address.street2,
    city: order.address.city,
    deliveryState: order.address.state,
    postalCode: order.address.postalCode,
    customerExpectedTimeStart: order.timeWindowStartDateUtc ?? NO_TIME,
    customerExpectedTimeEnd: order.timeWindowEndDateUtc ?? NO_TIME,
    dispatchDepartTime: order.route.departedAt ?? NO_TIME,
    dispatchArriveTime: order.route.arrivedAt ?? NO_TIME,
    items: lines
      ? order.items.map((line) => ({
          transactionId: order.transactionId,
          ...allocatedItem(line),
        }))
      : null,
    payments: sale ? [{ name: "Cash", amount: sale.cashPaid }] : [],
  }
}

function setRoute(store: Store, request: SimRequest): Answer {
  const body = readBody(request, routeSchema)
  const order = body.ok
    ? store.state.orders.find(
        (each) => each.transactionId === body.data.transactionId
      )
    : undefined
  if (!body.ok || !order?.isDelivery) {
    return validationResult([
      {
        propertyName: "TransactionId",
        errorMessage: "is no delivery of this location",
        attemptedValue: body.ok ? body.data.transactionId : null,
      },
    ])
  }
  order.route.driverId = body.data.driverId ?? order.route.driverId
  order.route.vehicleId = body.data.vehicleId ?? order.route.vehicleId
  order.deliveryStatus = body.data.status ?? order.deliveryStatus
  return empty(200)
}
