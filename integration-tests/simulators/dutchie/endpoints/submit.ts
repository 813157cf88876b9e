import { z } from "@medusajs/framework/zod"

import { type Answer, json, text } from "../../shared/answer"
import { caseless } from "../../shared/caseless"
import type { SimRequest } from "../../shared/request"
import { type Endpoint, readBody } from "../endpoint"
import { badRequest } from "../errors"
import { recognise } from "../idempotency"
import { createOrder, shortages } from "../orders"
import { overLimit } from "../purchase-limit"
import { PER_MINUTE } from "../rate-limits"
import type { Customer } from "../state/people"
import type { Order } from "../state/sales"
import type { Store } from "../store"

const itemSchema = caseless({
  productId: z.int(),
  quantity: z.number().positive(),
})
export const redemptionSchema = caseless({
  redemptionType: z.string(),
  redemptionId: z.string(),
  productId: z.int().nullish(),
  redemptionDescription: z.string().nullish(),
  redemptionCallbackUrl: z.string().nullish(),
})

/** What submit and update share. */
export const contentShape = {
  items: z.array(itemSchema).nullish(),
  redemptions: z.array(redemptionSchema).nullish(),
  isDelivery: z.boolean().nullish(),
  orderSource: z.string().nullish(),
  deliveryStreet: z.string().nullish(),
  deliveryStreet2: z.string().nullish(),
  deliveryCity: z.string().nullish(),
  deliveryState: z.string().nullish(),
  deliveryPostalCode: z.string().nullish(),
  notes: z.string().nullish(),
  timeWindowStartDateUtc: z.string().nullish(),
  timeWindowEndDateUtc: z.string().nullish(),
  deliveryScheduleId: z.union([z.literal(1), z.literal(2)]).nullish(),
}

/** `CreatePreOrderRequest` of the OpenAPI description. */
const submitSchema = caseless({
  ...contentShape,
  customerId: z.int(),
  orderType: z.string().nullish(),
  idempotencyKey: z.string().nullish(),
  status: z.string().nullish(),
  transactionReference: z.string().nullish(),
})
export type Submit = z.infer<typeof submitSchema>

export const SUBMIT: Endpoint = {
  method: "POST",
  path: "/preorder/submit",
  role: "PreOrder",
  perMinute: PER_MINUTE.standard,
  handle: submit,
}

function submit(store: Store, request: SimRequest): Answer {
  const body = readBody(request, submitSchema)
  if (!body.ok) {
    return badRequest("The order is not valid", body.errors)
  }
  if (
    store.switches.consumer_key === "required" &&
    !request.headers.consumerkey
  ) {
    return badRequest("ConsumerKey header is required")
  }
  const once = recognise(store, SUBMIT.path, request, body.data)
  if (once.kind === "refused") {
    return once.answer
  }
  if (once.kind === "repeated") {
    const first = store.order(once.id)
    return first
      ? answer(store, first)
      : badRequest(`Order ${once.id} does not exist`)
  }
  const found = customerOf(store, body.data.customerId)
  return "refused" in found
    ? found.refused
    : accept(store, body.data, found.customer, once.remember)
}

function accept(
  store: Store,
  content: Submit,
  customer: Customer,
  remember: (id: number) => void
): Answer {
  const items = content.items ?? []
  const wrong = itemProblem(store, items)
  if (wrong) {
    return badRequest(wrong)
  }
  const lacking = shortages(store, items)
  const { oversell } = store.switches
  if (lacking.length && oversell === "bad_request") {
    return badRequest(
      "Not enough inventory for the order",
      lacking.map(({ productId, left }) => ({
        propertyName: `productId ${productId}`,
        propertyError: `Only ${left} available`,
      }))
    )
  }
  const limit = overLimit(store, customer, items)
  if (limit) {
    return badRequest(limit)
  }
  const rejected = lacking.length > 0 && oversell === "reject"
  const order = createOrder(store, content, customer, {
    rejectedReason: rejected ? "Insufficient inventory" : null,
  })
  remember(order.preOrderId)
  return answer(store, order)
}

/** The customer of an order, or why it is refused. */
function customerOf(
  store: Store,
  customerId: number
): { customer: Customer } | { refused: Answer } {
  const { unknown_customer, merged_customer } = store.switches
  const customer = store.customer(customerId)
  if (!customer) {
    const message = `Customer ${customerId} does not exist`
    return {
      refused:
        unknown_customer === "not_found"
          ? text(message, 404)
          : badRequest(message),
    }
  }
  if (customer.status !== "Active") {
    return {
      refused: badRequest(`Customer ${customerId} is ${customer.status}`),
    }
  }
  const { mergedIntoCustomerId: merged } = customer
  if (merged === null || merged_customer === "accept") {
    return { customer }
  }
  return merged_customer === "refuse"
    ? {
        refused: badRequest(`Customer ${customerId} was merged into ${merged}`),
      }
    : customerOf(store, merged)
}

/** Why the items cannot be ordered; undefined when they can. */
export function itemProblem(
  store: Store,
  items: { productId: number; quantity: number }[]
): string | undefined {
  if (items.length === 0) {
    return "The order has no items"
  }
  for (const { productId, quantity } of items) {
    const product = store.product(productId)
    if (!product?.isActive || !product.apiEnabled) {
      return `Product ${productId} is not available`
    }
    const most = product.maxPurchaseablePerTransaction
    if (most !== null && quantity > most) {
      return `At most ${most} of product ${productId} may be sold at once`
    }
  }
  return undefined
}

/** The number or the object, as the switch says. */
function answer(store: Store, { preOrderId, transactionId }: Order): Answer {
  switch (store.switches.submit_answer) {
    case "int":
      return json(preOrderId)
    case "string":
      return json(String(preOrderId))
    case "object":
      return json({ orderId: preOrderId, transactionId })
    case "pascal_object":
      return json({ OrderId: preOrderId, TransactionId: transactionId })
  }
}
