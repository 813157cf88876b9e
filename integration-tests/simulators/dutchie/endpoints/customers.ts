import { randomUUID } from "node:crypto"

import { z } from "@medusajs/framework/zod"

import { type Answer, json, text } from "../../shared/answer"
import { caseless } from "../../shared/caseless"
import type { SimRequest } from "../../shared/request"
import { findCustomers, newCustomer, tell } from "../customers"
import { type Endpoint, flag, instant, int, readBody } from "../endpoint"
import { badRequest } from "../errors"
import { recognise } from "../idempotency"
import { PER_MINUTE } from "../rate-limits"
import { CUSTOMER_STATUSES, type Customer } from "../state/people"
import type { Store } from "../store"

/** Fields that overwrite what is there only when they are sent. */
const sparse = {
  lastName: z.string().nullish(),
  middleName: z.string().nullish(),
  nameSuffix: z.string().nullish(),
  namePrefix: z.string().nullish(),
  address1: z.string().nullish(),
  address2: z.string().nullish(),
  city: z.string().nullish(),
  state: z.string().nullish(),
  postalCode: z.string().nullish(),
  phone: z.string().nullish(),
  emailAddress: z.string().nullish(),
  mmjidNumber: z.string().nullish(),
  mmjidExpirationDate: z.string().nullish(),
  driversLicenseID: z.string().nullish(),
  dateOfBirth: z.string().nullish(),
  externalCustomerId: z.string().nullish(),
  gender: z.string().nullish(),
  referralSource: z.string().nullish(),
  customIdentifier: z.string().nullish(),
  notes: z.string().nullish(),
  isLoyaltyMember: z.boolean().nullish(),
}

/** `EcomCustomerEdit` of the OpenAPI description. */
export const customerEditSchema = caseless({
  ...sparse,
  customerId: z.int().nullish(),
  uniqueId: z.string().nullish(),
  name: z.string().nullish(),
  firstName: z.string().nullish(),
  status: z.enum(CUSTOMER_STATUSES).nullish(),
  customerType: z.string().nullish(),
  idempotencyKey: z.string().nullish(),
})
export type CustomerEdit = z.infer<typeof customerEditSchema>

const REQUIRED = [
  "firstName",
  "address1",
  "city",
  "state",
  "postalCode",
  "status",
  "customerType",
] as const

export const CUSTOMERS: Endpoint[] = [
  {
    method: "POST",
    path: "/customer/customer",
    role: "Customer",
    perMinute: PER_MINUTE.customer,
    handle: edit,
  },
  {
    method: "GET",
    path: "/customer/customer-types",
    role: "Customer",
    perMinute: PER_MINUTE.standard,
    handle: ({ state }) => json(state.customer_types),
  },
  {
    method: "GET",
    path: "/customer/customers",
    role: "Customer",
    perMinute: PER_MINUTE.bulk,
    handle: (store, request) => json(changed(store, request).map(tell)),
  },
  {
    method: "GET",
    path: "/customer/customers-paginated",
    role: "Customer",
    perMinute: PER_MINUTE.standard,
    handle: paginated,
  },
  {
    method: "GET",
    path: "/reporting/customers-paginated",
    role: "Reporting",
    perMinute: PER_MINUTE.transactions,
    handle: paginated,
  },
]

function edit(store: Store, request: SimRequest): Answer {
  const body = readBody(request, customerEditSchema)
  if (!body.ok) {
    return badRequest("The customer is not valid", body.errors)
  }
  const given = {
    ...body.data,
    firstName: body.data.firstName ?? body.data.name,
  }
  if (given.customerId) {
    return change(store, given.customerId, given)
  }
  const missing = REQUIRED.filter((name) => !given[name])
  if (missing.length) {
    return badRequest(
      "The customer is not valid",
      missing.map((propertyName) => ({
        propertyName,
        propertyError: `${propertyName} is required`,
      }))
    )
  }
  const once = recognise(store, "/customer/customer", request, body.data)
  if (once.kind === "refused") {
    return once.answer
  }
  const known =
    once.kind === "repeated"
      ? store.customer(once.id)
      : flag(request, "bypassDeduplication")
        ? undefined
        : findCustomers(store, given).at(0)?.customer
  if (known) {
    return once.kind === "repeated"
      ? json(tell(known))
      : change(store, known.customerId, given)
  }
  const customer = newCustomer(store, {
    ...sentFields(given),
    uniqueId: given.uniqueId ?? randomUUID(),
    firstName: given.firstName ?? "",
  })
  store.state.customers.push(customer)
  if (once.kind === "new") {
    once.remember(customer.customerId)
  }
  return json(tell(customer))
}

function change(store: Store, customerId: number, given: CustomerEdit): Answer {
  const customer = store.customer(customerId)
  if (!customer) {
    return text(`Customer ${customerId} does not exist`, 404)
  }
  Object.assign(customer, sentFields(given), {
    lastModifiedDateUTC: store.timestamp(),
  })
  return json(tell(customer))
}

/** Sparse update, documented: what is left out stays. */
function sentFields({
  customerId: _id,
  idempotencyKey: _key,
  name: _name,
  ...given
}: CustomerEdit): Partial<Customer> {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([, value]) => value !== undefined && value !== null
    )
  )
}

/**
 * Pages of customers. Two of the vendor's texts disagree on the first page and
 * on the size: the switch `page_origin` chooses.
 */
function paginated(store: Store, request: SimRequest): Answer {
  const guide = store.switches.page_origin === "one"
  const most = guide ? 100 : 10_000
  const size = int(request, "PageSize") ?? (guide ? 100 : 1000)
  const page = int(request, "PageNumber") ?? (guide ? 1 : 0)
  if (!(size >= 1 && size <= most)) {
    return badRequest(`PageSize exceeds maximum limit of ${most}`)
  }
  if (Number.isNaN(page)) {
    return badRequest("PageNumber is not a number")
  }
  const anonymous =
    !request.query.has("includeanonymous") || flag(request, "includeAnonymous")
  const all = changed(store, request).filter(
    ({ isAnonymous }) => anonymous || !isAnonymous
  )
  const copied = page === 0 && store.switches.page_zero === "copy"
  const index = guide ? (copied ? 0 : page - 1) : page
  const start = index * size
  return json(start < 0 ? [] : all.slice(start, start + size).map(tell))
}

function changed({ state }: Store, request: SimRequest): Customer[] {
  const from = instant(request, "fromLastModifiedDateUTC") ?? ""
  const to = instant(request, "toLastModifiedDateUTC") ?? "9999"
  return state.customers.filter(
    ({ lastModifiedDateUTC: at }) => at >= from && at <= to
  )
}
