/**
 * The endpoints we use: path, calls per minute and key, and how long an answer
 * may take. Limits as in Dutchie's guide "Rate limits"; those it does not name
 * are of the standard class.
 */
export type Endpoint = {
  method: "GET" | "POST"
  path: string
  /** Endpoints of one class share their limit. */
  limitClass: string
  perMinute: number
  timeoutMs: number
}

const QUICK_MS = 8_000
const WRITE_MS = 12_000
/** The whole catalogue comes in one answer. */
const CATALOGUE_MS = 60_000

const standard = (
  method: Endpoint["method"],
  path: string,
  timeoutMs: number
): Endpoint => ({
  method,
  path,
  limitClass: path,
  perMinute: 120,
  timeoutMs,
})

export const ENDPOINTS = {
  whoami: { ...standard("GET", "/whoami", QUICK_MS), perMinute: 200 },
  products: standard("GET", "/products", CATALOGUE_MS),
  inventory: {
    ...standard("GET", "/inventory", CATALOGUE_MS),
    perMinute: 200,
  },
  reportingInventory: {
    ...standard("GET", "/reporting/inventory", CATALOGUE_MS),
    limitClass: "reporting",
    perMinute: 60,
  },
  customerByExternalId: standard("GET", "/customer/by-external-id", QUICK_MS),
  customerSearch: {
    ...standard("POST", "/customer/search", QUICK_MS),
    perMinute: 360,
  },
  createCustomer: {
    ...standard("POST", "/customer/customer", QUICK_MS),
    perMinute: 1_500,
  },
  submit: standard("POST", "/preorder/submit", WRITE_MS),
  status: standard("GET", "/preorder/Status", QUICK_MS),
  cancel: { ...standard("POST", "/preorder/cancel", WRITE_MS), perMinute: 240 },
  guestlist: standard("GET", "/guestlist", QUICK_MS),
  transactions: {
    ...standard("GET", "/reporting/transactions", QUICK_MS),
    perMinute: 600,
  },
} satisfies Record<string, Endpoint>
