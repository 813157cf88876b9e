import { z } from "@medusajs/framework/zod"

import { REAL_TIME } from "../../shared/clock"
import { STANDARD, switchesSchema } from "../switches"
import {
  formerSchema,
  movementSchema,
  packageSchema,
  productSchema,
} from "./catalogue"
import {
  customerSchema,
  customerTypeSchema,
  keySchema,
  locationSchema,
  visitSchema,
} from "./people"
import { orderSchema, replaySchema, transactionSchema } from "./sales"

/** Everything one store has, as it is kept in the state file. */
export const stateSchema = z.object({
  version: z.literal(1),
  clock: z.object({ offset: z.number(), frozen: z.number().nullable() }),
  switches: switchesSchema,
  /** The last number given out of each kind. */
  counters: z.record(z.string(), z.int()),
  location: locationSchema,
  keys: z.array(keySchema),
  products: z.array(productSchema),
  former_products: z.array(formerSchema),
  packages: z.array(packageSchema),
  movements: z.array(movementSchema),
  customers: z.array(customerSchema),
  customer_types: z.array(customerTypeSchema),
  visits: z.array(visitSchema),
  orders: z.array(orderSchema),
  transactions: z.array(transactionSchema),
  discounts: z.array(z.record(z.string(), z.unknown())),
  replays: z.array(replaySchema),
})
export type State = z.infer<typeof stateSchema>

/**
 * Where numbers start: far enough apart that one taken for another is seen.
 */
const FIRST = {
  product: 1000,
  package: 20_000,
  batch: 30_000,
  movement: 40_000,
  customer: 500_000,
  transaction: 7_000_000,
  order: 9_000_000,
  line: 60_000_000,
} as const
export type Counter = keyof typeof FIRST

/** The next number of a kind. */
export function nextId(state: State, counter: Counter): number {
  const next = (state.counters[counter] ?? FIRST[counter]) + 1
  state.counters[counter] = next
  return next
}

/** A store that has opened but sells nothing yet. */
export function emptyState(): State {
  return {
    version: 1,
    clock: REAL_TIME,
    switches: { ...STANDARD },
    counters: {},
    location: {
      locationId: 101,
      lspId: 11,
      locationName: "Simulated Dispensary",
      lspName: "Simulated Retail Group",
      address: "100 Market Street",
      address2: null,
      city: "San Francisco",
      state: "CA",
      postalCode: "94105",
      licenseNumber: "C10-0000000-LIC",
      doingBusinessAs: null,
      shareCustomerProfiles: false,
      locationGlobalId: "00000000-0000-4000-8000-000000000101",
      lspGlobalId: "00000000-0000-4000-8000-000000000011",
      region: "California",
      regionId: "CA",
    },
    keys: [],
    products: [],
    former_products: [],
    packages: [],
    movements: [],
    customers: [],
    customer_types: [
      { id: 1, name: "Recreational", isMedical: false, isRetail: true },
      { id: 2, name: "Medical", isMedical: true, isRetail: true },
      {
        id: 3,
        name: "Recreational-Out of State",
        isMedical: false,
        isRetail: true,
      },
      { id: 4, name: "Medical-Out of State", isMedical: true, isRetail: true },
    ],
    visits: [],
    orders: [],
    transactions: [],
    discounts: [],
    replays: [],
  }
}
