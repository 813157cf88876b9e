import { z } from "@medusajs/framework/zod"

/**
 * A product as the register keeps it. Names as in `ProductDetail` of Dutchie's
 * OpenAPI description; those marked are the simulator's own.
 */
export const productSchema = z.object({
  productId: z.int(),
  sku: z.string(),
  productName: z.string(),
  description: z.string().nullable(),
  masterCategory: z.string(),
  category: z.string(),
  brandName: z.string().nullable(),
  strain: z.string().nullable(),
  strainType: z.enum(["Hybrid", "Indica", "Sativa", "CBD"]).nullable(),
  size: z.string().nullable(),
  imageUrl: z.string().nullable(),
  upc: z.string().nullable(),
  /** US dollars; of `unitType`. */
  price: z.number(),
  recPrice: z.number().nullable(),
  medPrice: z.number().nullable(),
  unitCost: z.number().nullable(),
  unitType: z.enum(["ea", "g", "mg"]),
  netWeight: z.number().nullable(),
  netWeightUnit: z.string().nullable(),
  /** Grams of flower that one unit counts for in a purchase limit. */
  flowerEquivalent: z.number().nullable(),
  thcContent: z.number().nullable(),
  cbdContent: z.number().nullable(),
  isCannabis: z.boolean(),
  isActive: z.boolean(),
  isMedicalOnly: z.boolean(),
  isTaxable: z.boolean(),
  onlineAvailable: z.boolean(),
  /** Ours: only such products are told to integrators. */
  apiEnabled: z.boolean(),
  maxPurchaseablePerTransaction: z.number().nullable(),
  tags: z.array(z.string()),
  createdDate: z.iso.datetime(),
  lastModifiedDateUTC: z.iso.datetime(),
})
export type Product = z.infer<typeof productSchema>

/** A package (batch) of a product: what stands on the shelf under one tag. */
export const packageSchema = z.object({
  inventoryId: z.int(),
  productId: z.int(),
  packageId: z.string(),
  externalPackageId: z.string().nullable(),
  batchId: z.int(),
  batchName: z.string(),
  /** On hand, in the product's unit. */
  quantity: z.number(),
  /** Of it, kept for orders. */
  allocated: z.number(),
  roomId: z.int(),
  room: z.string(),
  labResults: z.array(z.object({ labTest: z.string(), value: z.number() })),
  packagedDate: z.iso.datetime().nullable(),
  expirationDate: z.iso.datetime().nullable(),
  /** Ours: what track and trace has on record, where it differs. */
  stateQuantity: z.number().nullable(),
  lastModifiedDateUtc: z.iso.datetime(),
})
export type Package = z.infer<typeof packageSchema>

/** One change of a package; stale reads are worked out from these. */
export const movementSchema = z.object({
  inventoryTransactionId: z.int(),
  inventoryId: z.int(),
  /** Dutchie's words, or `Sale`, `Allocate` and `Release`, which it does not list. */
  type: z.string(),
  quantity: z.number(),
  allocated: z.number(),
  fromQuantity: z.number(),
  toQuantity: z.number(),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
})
export type Movement = z.infer<typeof movementSchema>

/** What a product was before its last change, for stale reads. */
export const formerSchema = z.object({
  productId: z.int(),
  /** Null when it did not exist. */
  product: productSchema.nullable(),
  changedAt: z.iso.datetime(),
})
