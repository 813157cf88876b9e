import { z } from "@medusajs/framework/zod"

import { amount, choice } from "../shared/switches"

/**
 * Everything that Dutchie's public text leaves open or says twice. The first
 * word of each is what the simulator does until told otherwise.
 */
export const switchesSchema = z.strictObject({
  submit_answer: choice(
    ["int", "object", "pascal_object", "string"],
    "contradictory",
    "Answer of POST /preorder/submit: the schema says a bare number, the text an object with orderId and transactionId"
  ),
  whoami_casing: choice(
    ["camel", "pascal"],
    "contradictory",
    "Keys of /whoami: the schema says camelCase, its text and a client PascalCase"
  ),
  consumer_key: choice(
    ["optional", "required"],
    "contradictory",
    "Whether a submit without the header ConsumerKey is refused: the text requires it, the schema does not list it"
  ),
  idempotency: choice(
    ["header_and_key", "key", "off"],
    "assumed",
    "What a repeated submit or customer is recognised by; off makes a second one"
  ),
  idempotency_mismatch: choice(
    ["conflict", "bad_request", "first_answer", "new"],
    "assumed",
    "The same key with another body: 409, 400, the first answer again, or a second order"
  ),
  idempotency_minutes: amount(
    1440,
    "assumed",
    "How long a key is remembered; null for ever"
  ),
  status_answer: choice(
    ["object", "array"],
    "contradictory",
    "Answer of /preorder/Status with an id: the text says object(s)"
  ),
  status_list: choice(
    ["open", "recent"],
    "contradictory",
    "/preorder/Status without an id: open orders only, or all of the last 14 days"
  ),
  first_status: choice(
    ["Submitted", "Pending"],
    "contradictory",
    "Status of a new order: one text says Submitted, another Submitted/Pending"
  ),
  submitted_status: choice(
    ["ignored", "honoured"],
    "assumed",
    "Whether the field status of a submit is taken"
  ),
  rejected_status: choice(
    ["Cancelled", "Rejected", "kept"],
    "assumed",
    "Status of an order that the store rejected; rejectedReason is set in any case"
  ),
  transaction_at: choice(
    ["submit", "processing"],
    "assumed",
    "When an order gets its transactionId and its line in the guest list"
  ),
  cancel_in_processing: choice(
    ["allowed", "refused"],
    "documented",
    "Cancelling in Processing, which may vary by location"
  ),
  update_in_processing: choice(
    ["limited", "allowed", "refused"],
    "documented",
    "Updating in Processing: limited takes notes and address, not items"
  ),
  reserve_at: choice(
    ["submit", "processing", "never"],
    "assumed",
    "When an order takes stock from what is available"
  ),
  oversell: choice(
    ["bad_request", "reject", "accept"],
    "assumed",
    "A submit for more than there is: refused, accepted and rejected at once, or accepted"
  ),
  quantity_available: choice(
    ["net", "gross"],
    "assumed",
    "Whether quantityAvailable leaves out what is kept for orders"
  ),
  inventory_endpoint: choice(
    ["both", "reporting_only"],
    "secondary",
    "reporting_only: /inventory answers an empty list, /reporting/inventory the stock"
  ),
  inventory_stale_seconds: amount(
    0,
    "contradictory",
    "How old the stock told is: one text says 1 to 5 minutes, another real time"
  ),
  products_stale_minutes: amount(
    0,
    "secondary",
    "How old the products told are, up to 60"
  ),
  skip_take: choice(
    ["on", "off"],
    "seen",
    "Undocumented paging: offset and limit on /products, Skip and Take on /reporting/inventory"
  ),
  page_origin: choice(
    ["zero", "one"],
    "contradictory",
    "First page of customers: the schema says 0, 1000 a page and 10000 at most; the guide 1 and 100"
  ),
  page_zero: choice(
    ["copy", "empty"],
    "assumed",
    "What page 0 holds where pages start at 1: the first page, or nothing"
  ),
  rate_limits: choice(
    ["on", "off"],
    "documented",
    "Requests per minute and key, each endpoint by its class"
  ),
  retry_after: choice(
    ["off", "seconds", "date"],
    "secondary",
    "The header of a 429, which the vendor does not document"
  ),
  reporting_transactions: choice(
    ["on", "killed"],
    "documented",
    "killed: 503, the vendor's kill switch"
  ),
  basic_password: choice(
    ["ignored", "empty", "required"],
    "contradictory",
    "Password of the key: documented as empty, in a client a second key that will be required"
  ),
  content_type: choice(
    ["any", "json", "json_patch"],
    "contradictory",
    "What a POST must declare: the guide says application/json, the schema application/json-patch+json"
  ),
  unknown_customer: choice(
    ["bad_request", "not_found"],
    "assumed",
    "A submit for a customer that does not exist"
  ),
  merged_customer: choice(
    ["follow", "accept", "refuse"],
    "assumed",
    "A submit for a customer that was merged: booked on the other, on this one, or refused"
  ),
  purchase_limit_grams: amount(
    null,
    "documented",
    "Flower equivalent per customer and day; refused with 400, whose text is assumed"
  ),
  tax_rate: z.number().min(0).max(1).default(0.15).meta({
    basis: "assumed",
    about: "Share of the price that the register adds as tax",
  }),
})
export type Switches = z.infer<typeof switchesSchema>

/** What a fresh simulator does. */
export const STANDARD: Switches = switchesSchema.parse({})
