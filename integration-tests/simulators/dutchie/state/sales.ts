import { z } from "@medusajs/framework/zod"

export const lineSchema = z.object({
  productId: z.int(),
  productName: z.string(),
  quantity: z.number(),
  unitPrice: z.number(),
  totalPrice: z.number(),
  totalDiscount: z.number(),
  totalTax: z.number(),
})
export type Line = z.infer<typeof lineSchema>

/** Which package a part of an order is taken from. */
export const allocationSchema = z.object({
  inventoryId: z.int(),
  productId: z.int(),
  quantity: z.number(),
})
export type Allocation = z.infer<typeof allocationSchema>

export const addressSchema = z.object({
  street: z.string().nullable(),
  street2: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  postalCode: z.string().nullable(),
})

/** A pre-order with its ticket. */
export const orderSchema = z.object({
  preOrderId: z.int(),
  /** Null until the register has a transaction for it. */
  transactionId: z.int().nullable(),
  status: z.string(),
  rejectedReason: z.string().nullable(),
  cancellationReason: z.string().nullable(),
  orderDate: z.iso.datetime(),
  customerId: z.int(),
  orderType: z.string(),
  orderSource: z.string(),
  isDelivery: z.boolean(),
  address: addressSchema,
  timeWindowStartDateUtc: z.string().nullable(),
  timeWindowEndDateUtc: z.string().nullable(),
  notes: z.string().nullable(),
  redemptions: z.array(z.record(z.string(), z.unknown())),
  transactionReference: z.string().nullable(),
  items: z.array(lineSchema),
  subTotal: z.number(),
  totalTax: z.number(),
  total: z.number(),
  /** Empty until stock is kept, and again when it is given back. */
  allocations: z.array(allocationSchema),
  deliveryStatus: z.string().nullable(),
  route: z.object({
    driverId: z.int().nullable(),
    vehicleId: z.int().nullable(),
    departedAt: z.iso.datetime().nullable(),
    arrivedAt: z.iso.datetime().nullable(),
  }),
  history: z.array(
    z.object({ status: z.string(), at: z.iso.datetime(), by: z.string() })
  ),
})
export type Order = z.infer<typeof orderSchema>

/** A sale or a return at the register. */
export const transactionSchema = z.object({
  transactionId: z.int(),
  customerId: z.int(),
  transactionDate: z.iso.datetime(),
  lastModifiedDateUTC: z.iso.datetime(),
  voidDate: z.iso.datetime().nullable(),
  isReturn: z.boolean(),
  returnOnTransactionId: z.int().nullable(),
  orderIds: z.array(z.int()),
  orderType: z.string(),
  orderSource: z.string(),
  referenceId: z.string().nullable(),
  items: z.array(
    lineSchema.extend({
      transactionItemId: z.int(),
      inventoryId: z.int(),
      packageId: z.string(),
      batchName: z.string(),
      returnedByTransactionId: z.int().nullable(),
      returnDate: z.iso.datetime().nullable(),
      returnReason: z.string().nullable(),
    })
  ),
  subtotal: z.number(),
  tax: z.number(),
  total: z.number(),
  cashPaid: z.number(),
  debitPaid: z.number(),
})
export type Transaction = z.infer<typeof transactionSchema>

/** What an idempotency key was answered with the first time. */
export const replaySchema = z.object({
  endpoint: z.string(),
  consumerKey: z.string().nullable(),
  idempotencyKey: z.string(),
  bodyHash: z.string(),
  /** Id of the order or customer that was made. */
  id: z.int(),
  at: z.iso.datetime(),
})
export type Replay = z.infer<typeof replaySchema>
