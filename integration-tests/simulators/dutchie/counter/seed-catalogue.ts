import { z } from "@medusajs/framework/zod"

import { ControlError } from "../../shared/control"
import { move } from "../stock"
import {
  type Package,
  packageSchema,
  type Product,
  productSchema,
} from "../state/catalogue"
import type { Store } from "../store"

/** A product; its number, dates and stock are given by the store. */
export const productSeedSchema = productSchema
  .omit({ createdDate: true, lastModifiedDateUTC: true })
  .partial()
  .required({ sku: true, productName: true, price: true })
  .extend({
    /** Units on the shelf; only for a product that has no package yet. */
    stock: z.number().min(0).optional(),
    /** Number of packages the stock comes in. */
    packages: z.int().min(1).max(20).default(1),
  })
  .strict()

/** A package of its own, of a product named by number or SKU. */
export const packageSeedSchema = packageSchema
  .omit({ lastModifiedDateUtc: true, allocated: true })
  .partial()
  .required({ quantity: true })
  .extend({ sku: z.string().optional() })
  .strict()

/** Adds a product or changes the one of the same number or SKU. */
export function seedProduct(
  store: Store,
  { stock, packages, ...given }: z.infer<typeof productSeedSchema>
): Product {
  const { state } = store
  const known = state.products.find(
    ({ productId, sku }) => productId === given.productId || sku === given.sku
  )
  const product: Product = {
    ...(known ?? blankProduct(store)),
    ...given,
    lastModifiedDateUTC: store.timestamp(),
  }
  state.former_products.push({
    productId: product.productId,
    product: known ?? null,
    changedAt: store.timestamp(),
  })
  state.products = known
    ? state.products.map((each) => (each === known ? product : each))
    : [...state.products, product]
  const stocked = state.packages.some(
    ({ productId }) => productId === product.productId
  )
  if (stock !== undefined && !stocked) {
    for (const quantity of split(stock, packages)) {
      seedPackage(store, { productId: product.productId, quantity })
    }
  }
  return product
}

/**
 * Adds a package, or changes the one with the same number.
 *
 * @throws ControlError for a product that there is not
 */
export function seedPackage(
  store: Store,
  { sku, quantity, ...given }: z.infer<typeof packageSeedSchema>
): Package {
  const { state } = store
  const known = state.packages.find(
    ({ inventoryId }) => inventoryId === given.inventoryId
  )
  const product = state.products.find(
    (each) =>
      each.productId === (given.productId ?? known?.productId) ||
      each.sku === sku
  )
  if (!product) {
    throw new ControlError(
      `A package needs the productId or sku of a product: ${given.productId ?? sku} is none.`
    )
  }
  const own =
    known ?? blankPackage(store, given.inventoryId ?? store.next("package"))
  Object.assign(own, given, { productId: product.productId })
  if (!known) {
    state.packages.push(own)
  }
  const difference = quantity - own.quantity
  if (difference !== 0) {
    const type = known ? "Adjust" : "Receive"
    move(store, own, { type, quantity: difference, reason: "Seed" })
  }
  return own
}

function blankProduct(
  store: Store
): Omit<Product, "sku" | "productName" | "price"> {
  return {
    productId: store.next("product"),
    description: null,
    masterCategory: "Flower",
    category: "Flower",
    brandName: null,
    strain: null,
    strainType: null,
    size: null,
    imageUrl: null,
    upc: null,
    recPrice: null,
    medPrice: null,
    unitCost: null,
    unitType: "ea",
    netWeight: null,
    netWeightUnit: null,
    flowerEquivalent: null,
    thcContent: null,
    cbdContent: null,
    isCannabis: true,
    isActive: true,
    isMedicalOnly: false,
    isTaxable: true,
    onlineAvailable: true,
    apiEnabled: true,
    maxPurchaseablePerTransaction: null,
    tags: [],
    createdDate: store.timestamp(),
    lastModifiedDateUTC: store.timestamp(),
  }
}

function blankPackage(store: Store, inventoryId: number): Package {
  const batchId = store.next("batch")
  return {
    inventoryId,
    productId: 0,
    packageId: `PKG${inventoryId}`,
    externalPackageId: `1A4060300000000000${inventoryId}`,
    batchId,
    batchName: `BATCH-${batchId}`,
    quantity: 0,
    allocated: 0,
    roomId: 1,
    room: "Sales Floor",
    labResults: [],
    packagedDate: null,
    expirationDate: null,
    stateQuantity: null,
    lastModifiedDateUtc: store.timestamp(),
  }
}

/** Whole parts that differ by one at most, then what is left of a unit. */
function split(total: number, parts: number): number[] {
  const share = Math.floor(total / parts)
  const rest = total - share * parts
  return Array.from({ length: parts }, (_, index) =>
    index === 0 ? share + rest : share
  ).filter((quantity) => quantity > 0)
}
