import { z } from "@medusajs/framework/zod"

/**
 * Readers that put up with what Dutchie's documents contradict each other
 * about: the case of keys, numbers as text, one object where a list is meant.
 */

/**
 * An object whose keys may come in any letter case: `whoami` and errors answer
 * in PascalCase, the rest in camelCase.
 */
export function looseObject<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const names = new Map(
    Object.keys(shape).map((name) => [name.toLowerCase(), name])
  )
  return z.preprocess((value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return value
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        names.get(key.toLowerCase()) ?? key,
        each,
      ])
    )
  }, z.object(shape))
}

/** Ids are numbers by the documents; ours are text. */
export const idReader = z
  .union([z.number().int(), z.string().trim().regex(/^\d+$/)])
  .transform(String)

/** Text that may be missing or empty. */
export const textReader = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)

/** A list, or the one thing itself, or nothing. */
export function listReader<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value) =>
      value === null || value === undefined || value === ""
        ? []
        : Array.isArray(value)
          ? value
          : [value],
    z.array(item)
  )
}

export const identityReader = looseObject({
  locationId: idReader,
  locationName: textReader,
  doingBusinessAs: textReader,
  state: textReader,
  licenseNumber: textReader,
})

/** What `/products`, `/inventory` and `/reporting/inventory` have in common. */
export const productsReader = z.array(
  looseObject({
    productId: idReader,
    sku: z
      .union([z.string(), z.number()])
      .nullish()
      .transform((sku) => String(sku ?? "").trim() || null),
    productName: textReader,
  })
)

const customerShape = {
  customerId: idReader,
  status: textReader,
  emailAddress: textReader,
  mergedIntoCustomerId: idReader
    .nullish()
    .transform((id) => (id && id !== "0" ? id : null)),
}

export const customerReader = looseObject(customerShape)
export type DutchieCustomer = z.infer<typeof customerReader>

/** A hit of the search: the customer itself, or wrapped beside the kind of match. */
export const customerHitsReader = listReader(
  z.union([
    customerReader,
    looseObject({ customer: customerReader }).transform(
      ({ customer }) => customer
    ),
  ])
)

const submittedObject = looseObject({
  orderId: idReader.nullish(),
  preOrderId: idReader.nullish(),
  transactionId: idReader.nullish(),
})

/** The text promises an object, the schema a bare number. */
export const submittedReader = z.union([
  idReader.transform((external_id) => ({ external_id, transaction_id: null })),
  submittedObject
    .refine(({ orderId, preOrderId }) => orderId || preOrderId)
    .transform(({ orderId, preOrderId, transactionId }) => ({
      external_id: orderId ?? preOrderId ?? "",
      transaction_id: transactionId ?? null,
    })),
])

export const preordersReader = listReader(
  looseObject({
    preOrderId: idReader,
    /** A free string, not an enumeration. */
    status: textReader,
    transactionId: idReader.nullish().transform((id) => id ?? null),
    customerId: idReader.nullish().transform((id) => id ?? null),
    orderDate: textReader,
    rejectedReason: textReader,
    isCancellable: z
      .boolean()
      .nullish()
      .transform((value) => value ?? null),
  })
)
export type DutchiePreorder = z.infer<typeof preordersReader>[number]

export const guestsReader = listReader(
  looseObject({
    transactionId: idReader.nullish().transform((id) => id ?? null),
    transactionReferenceNumber: textReader,
  })
)

export const transactionsReader = listReader(
  looseObject({
    transactionId: idReader,
    referenceId: textReader,
    orderIds: listReader(idReader),
  })
)
