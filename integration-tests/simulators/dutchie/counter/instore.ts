import { z } from "@medusajs/framework/zod"

import { type Answer, json } from "../../shared/answer"
import { ControlError, controlBody } from "../../shared/control"
import type { SimRequest } from "../../shared/request"
import { anonymousCustomer } from "../customers"
import { sum } from "../money"
import { priceCart } from "../pricing"
import { choosePackages, move, packageById, packagesOf } from "../stock"
import type { Customer } from "../state/people"
import type { Transaction } from "../state/sales"
import type { Store } from "../store"

const lineSchema = z.strictObject({
  sku: z.string(),
  quantity: z.number().positive(),
})

const instoreSchema = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("sell"),
    items: z.array(lineSchema).min(1),
    customer_id: z.int().optional(),
  }),
  z.strictObject({
    action: z.literal("return"),
    transaction_id: z.int(),
    /** All of the sale when left out. */
    skus: z.array(z.string()).optional(),
    reason: z.string().default("Customer return"),
    /** Whether the goods go back on the shelf; cannabis mostly may not. */
    restock: z.boolean().default(false),
  }),
  z.strictObject({ action: z.literal("void"), transaction_id: z.int() }),
  z.strictObject({
    action: z.literal("receive"),
    sku: z.string(),
    quantity: z.number().positive(),
  }),
  z.strictObject({
    action: z.literal("adjust"),
    sku: z.string(),
    /** Added, or taken away when below zero. */
    quantity: z.number(),
    reason: z.string().default("Count"),
  }),
])
type Instore = z.infer<typeof instoreSchema>

/** `POST /__sim/instore`: what happens at the counter without a web order. */
export function instoreRoute(store: Store, request: SimRequest): Answer {
  const body = controlBody(request, instoreSchema)
  switch (body.action) {
    case "sell":
      return json(sell(store, body), 201)
    case "return":
      return json(takeBack(store, body), 201)
    case "void":
      return json(voidSale(store, saleOf(store, body.transaction_id)))
    case "receive":
    case "adjust":
      return json(changeStock(store, body))
  }
}

function sell(
  store: Store,
  { items, customer_id }: Extract<Instore, { action: "sell" }>
): Transaction {
  const customer = buyer(store, customer_id)
  const cart = items.map(({ sku, quantity }) => ({
    productId: productOf(store, sku).productId,
    quantity,
  }))
  const priced = priceCart(store, cart, store.isMedical(customer))
  const sale = blankSale(store, customer)
  for (const line of priced.items) {
    const [first, ...more] = choosePackages(
      store,
      line.productId,
      line.quantity
    )
    if (!first) {
      throw new ControlError(`${line.productName} has no package to sell from.`)
    }
    const own = packageById(store, first.inventoryId)
    sale.items.push({
      ...line,
      transactionItemId: store.next("line"),
      inventoryId: own.inventoryId,
      packageId: own.packageId,
      batchName: own.batchName,
      returnedByTransactionId: null,
      returnDate: null,
      returnReason: null,
    })
    for (const { inventoryId, quantity } of [first, ...more]) {
      move(store, packageById(store, inventoryId), {
        type: "Sale",
        quantity: -quantity,
      })
    }
  }
  Object.assign(sale, {
    subtotal: priced.subTotal,
    tax: priced.totalTax,
    total: priced.total,
    cashPaid: priced.total,
  })
  store.state.transactions.push(sale)
  return sale
}

/** A return is a transaction of its own that names the sale. */
function takeBack(
  store: Store,
  body: Extract<Instore, { action: "return" }>
): Transaction {
  const sale = saleOf(store, body.transaction_id)
  const returned = sale.items.filter(
    ({ productId, returnedByTransactionId }) =>
      returnedByTransactionId === null &&
      (!body.skus || body.skus.includes(store.product(productId)?.sku ?? ""))
  )
  if (returned.length === 0) {
    throw new ControlError(
      `Nothing of transaction ${sale.transactionId} is left to return.`
    )
  }
  const customer = store.customer(sale.customerId)
  const back = {
    ...blankSale(store, customer ?? buyer(store, undefined)),
    isReturn: true,
    returnOnTransactionId: sale.transactionId,
  }
  for (const item of returned) {
    back.items.push({
      ...item,
      transactionItemId: store.next("line"),
      quantity: -item.quantity,
      totalPrice: -item.totalPrice,
      totalTax: -item.totalTax,
    })
    item.returnedByTransactionId = back.transactionId
    item.returnDate = store.timestamp()
    item.returnReason = body.reason
    if (body.restock) {
      move(store, packageById(store, item.inventoryId), {
        type: "Return",
        quantity: item.quantity,
        reason: body.reason,
      })
    }
  }
  back.subtotal = sum(back.items.map(({ totalPrice }) => totalPrice))
  back.tax = sum(back.items.map(({ totalTax }) => totalTax))
  back.total = sum([back.subtotal, back.tax])
  back.cashPaid = back.total
  sale.lastModifiedDateUTC = store.timestamp()
  store.state.transactions.push(back)
  return back
}

/** A sale that was a mistake: it stays on record and the goods go back. */
function voidSale(store: Store, sale: Transaction): Transaction {
  if (sale.voidDate !== null) {
    throw new ControlError(`Transaction ${sale.transactionId} is void already.`)
  }
  for (const { inventoryId, quantity } of sale.items) {
    move(store, packageById(store, inventoryId), { type: "Return", quantity })
  }
  sale.voidDate = store.timestamp()
  sale.lastModifiedDateUTC = sale.voidDate
  return sale
}

function changeStock(
  store: Store,
  body: Extract<Instore, { action: "receive" | "adjust" }>
) {
  const product = productOf(store, body.sku)
  const [own] = packagesOf(store, product.productId)
  if (!own) {
    throw new ControlError(`${body.sku} has no package: seed one.`)
  }
  return body.action === "receive"
    ? move(store, own, { type: "Receive", quantity: body.quantity })
    : move(store, own, {
        type: "Adjust",
        quantity: body.quantity,
        reason: body.reason,
      })
}

function blankSale(store: Store, { customerId }: Customer): Transaction {
  return {
    transactionId: store.next("transaction"),
    customerId,
    transactionDate: store.timestamp(),
    lastModifiedDateUTC: store.timestamp(),
    voidDate: null,
    isReturn: false,
    returnOnTransactionId: null,
    orderIds: [],
    orderType: "In-Store",
    orderSource: "In-Store",
    referenceId: null,
    items: [],
    subtotal: 0,
    tax: 0,
    total: 0,
    cashPaid: 0,
    debitPaid: 0,
  }
}

/** Who buys; somebody without a name when no number is given. */
function buyer(store: Store, customerId: number | undefined): Customer {
  if (customerId === undefined) {
    const walkIn = anonymousCustomer(
      store,
      `walk-in-${store.state.customers.length + 1}`
    )
    store.state.customers.push(walkIn)
    return walkIn
  }
  const customer = store.customer(customerId)
  if (!customer) {
    throw new ControlError(`There is no customer ${customerId}.`)
  }
  return customer
}

function productOf({ state }: Store, sku: string) {
  const product = state.products.find((each) => each.sku === sku)
  if (!product) {
    throw new ControlError(`There is no product ${sku}.`)
  }
  return product
}

function saleOf(store: Store, transactionId: number): Transaction {
  const sale = store.transaction(transactionId)
  if (!sale || sale.isReturn) {
    throw new ControlError(`There is no sale ${transactionId}.`)
  }
  return sale
}
