import { type Answer, empty, json, text } from "../shared/answer"
import type { SimRequest } from "../shared/request"
import { authenticate } from "./auth"
import { CHANGE } from "./endpoints/change"
import { CUSTOMERS } from "./endpoints/customers"
import { CUSTOMER_SEARCH } from "./endpoints/customer-search"
import { DELIVERIES } from "./endpoints/deliveries"
import { GUESTS } from "./endpoints/guests"
import { INVENTORY } from "./endpoints/inventory"
import { PRICE_CART } from "./endpoints/price-cart"
import { PRODUCTS } from "./endpoints/products"
import { REPORTING } from "./endpoints/reporting"
import { STATUS } from "./endpoints/status"
import { SUBMIT } from "./endpoints/submit"
import { SYSTEM } from "./endpoints/system"
import type { Endpoint } from "./endpoint"
import { forbidden, unauthorized } from "./errors"
import type { RateLimits } from "./rate-limits"
import type { Store } from "./store"

const ENDPOINTS: readonly Endpoint[] = [
  ...SYSTEM,
  ...PRODUCTS,
  ...INVENTORY,
  ...GUESTS,
  ...CUSTOMERS,
  ...CUSTOMER_SEARCH,
  PRICE_CART,
  SUBMIT,
  ...CHANGE,
  STATUS,
  ...DELIVERIES,
  ...REPORTING,
]

/** Answers a request of Dutchie's API: key, scope, limit, operation. */
export function answerVendor(
  store: Store,
  limits: RateLimits,
  request: SimRequest
): Answer {
  const path = request.path.toLowerCase()
  const here = ENDPOINTS.filter((each) => each.path.toLowerCase() === path)
  const endpoint = here.find(({ method }) => method === request.method)
  if (!endpoint) {
    return empty(here.length ? 405 : 404)
  }
  if (endpoint.role !== "none") {
    const refused = admit(store, limits, endpoint, request)
    if (refused) {
      return refused
    }
  }
  if (endpoint.method === "POST" && !takesType(store, request)) {
    return text("Unsupported Media Type", 415)
  }
  return endpoint.handle(store, request)
}

function admit(
  store: Store,
  limits: RateLimits,
  { role, path, perMinute }: Endpoint,
  request: SimRequest
): Answer | undefined {
  const key = authenticate(store, request)
  if (!key) {
    return unauthorized()
  }
  if (role !== "any" && role !== "none" && !key.roles.includes(role)) {
    return forbidden()
  }
  if (perMinute === null || store.switches.rate_limits === "off") {
    return undefined
  }
  const caller = { key: key.key, path, perMinute }
  return limits.take(caller, store.now(), store.switches)
}

function takesType({ switches }: Store, { headers }: SimRequest): boolean {
  const type = headers["content-type"]?.split(";")[0].trim()
  switch (switches.content_type) {
    case "any":
      return true
    case "json":
      return type === "application/json"
    case "json_patch":
      return type === "application/json-patch+json"
  }
}

/** What this simulator answers at all, for `GET /__sim`. */
export const listEndpoints = (): Answer =>
  json(ENDPOINTS.map(({ method, path }) => `${method} ${path}`))
