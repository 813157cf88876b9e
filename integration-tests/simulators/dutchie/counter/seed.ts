import { z } from "@medusajs/framework/zod"

import { type Answer, json } from "../../shared/answer"
import { controlBody } from "../../shared/control"
import type { SimRequest } from "../../shared/request"
import { newCustomer } from "../customers"
import { emptyState } from "../state"
import {
  customerSchema,
  keySchema,
  locationSchema,
  ROLES,
} from "../state/people"
import type { Store } from "../store"
import { productSeedSchema, seedPackage, seedProduct } from "./seed-catalogue"
import { packageSeedSchema } from "./seed-catalogue"

const keySeedSchema = z.strictObject({
  key: z.string().min(1),
  /** All of them when left out. */
  roles: z.array(z.enum(ROLES)).optional(),
  integratorKey: z.string().optional(),
  revoked: z.boolean().optional(),
})

const customerSeedSchema = customerSchema
  .partial()
  .required({ firstName: true })
  .omit({ creationDate: true, lastModifiedDateUTC: true })
  .strict()

/** What a store is filled with; every part may be left out. */
export const seedSchema = z.strictObject({
  /** `replace` empties the part of the store that is sent. */
  mode: z.enum(["merge", "replace"]).default("merge"),
  location: locationSchema.partial().strict().optional(),
  keys: z.array(keySeedSchema).optional(),
  products: z.array(productSeedSchema).optional(),
  packages: z.array(packageSeedSchema).optional(),
  customers: z.array(customerSeedSchema).optional(),
  discounts: z.array(z.record(z.string(), z.unknown())).optional(),
})
export type Seed = z.input<typeof seedSchema>

/** `POST /__sim/seed`: may be sent again, what is known is brought up to date. */
export function seedRoute(store: Store, request: SimRequest): Answer {
  return json(applySeed(store, controlBody(request, seedSchema)), 201)
}

/** @returns the numbers the store gave to what was sent */
export function applySeed(store: Store, seed: z.output<typeof seedSchema>) {
  const { state } = store
  if (seed.mode === "replace") {
    clearSent(store, seed)
  }
  Object.assign(state.location, seed.location)
  seed.keys?.forEach((key) => seedKey(store, key))
  const products = (seed.products ?? []).map((product) =>
    seedProduct(store, product)
  )
  const packages = (seed.packages ?? []).map((each) => seedPackage(store, each))
  const customers = (seed.customers ?? []).map((customer) =>
    seedCustomer(store, customer)
  )
  state.discounts.push(...(seed.discounts ?? []))
  return {
    products: products.map(({ productId, sku }) => ({ productId, sku })),
    packages: packages.map(({ inventoryId, productId, packageId }) => ({
      inventoryId,
      productId,
      packageId,
    })),
    customers: customers.map(
      ({ customerId, emailAddress, externalCustomerId }) => ({
        customerId,
        emailAddress,
        externalCustomerId,
      })
    ),
    keys: state.keys.length,
  }
}

function clearSent({ state }: Store, seed: z.output<typeof seedSchema>): void {
  const fresh = emptyState()
  if (seed.products) {
    state.products = fresh.products
    state.packages = fresh.packages
    state.movements = fresh.movements
    state.former_products = fresh.former_products
  }
  state.keys = seed.keys ? fresh.keys : state.keys
  state.customers = seed.customers ? fresh.customers : state.customers
  state.discounts = seed.discounts ? fresh.discounts : state.discounts
}

/** Adds a key or changes it; what is not sent stays. */
export function seedKey(
  { state }: Store,
  given: z.infer<typeof keySeedSchema>
): void {
  const known = state.keys.find(({ key }) => key === given.key)
  const key = keySchema.parse({
    roles: [...ROLES],
    integratorKey: null,
    revoked: false,
    ...known,
    ...given,
  })
  state.keys = [...state.keys.filter((each) => each !== known), key]
}

/** The same customer by number, else by the shop's number, else by e-mail. */
function seedCustomer(store: Store, given: z.infer<typeof customerSeedSchema>) {
  const { customers } = store.state
  const known = customers.find(
    (each) =>
      each.customerId === given.customerId ||
      (given.externalCustomerId &&
        each.externalCustomerId === given.externalCustomerId) ||
      (given.emailAddress && each.emailAddress === given.emailAddress)
  )
  if (known) {
    return Object.assign(known, given, {
      lastModifiedDateUTC: store.timestamp(),
    })
  }
  const customer = newCustomer(store, {
    uniqueId: `seed-${customers.length + 1}`,
    ...given,
  })
  customers.push(customer)
  return customer
}
