import { PosError } from "../../domain/pos-error"
import { CallOptions, OutgoingOrder } from "../contract"
import { stableGuid } from "../idempotency"
import { DutchieClient } from "./client"
import { ENDPOINTS } from "./endpoints"
import { customerHitsReader, customerReader, DutchieCustomer } from "./readers"
import { stateCode } from "./state-code"

/** Profiles with another status may not buy; an order must not quietly revive them. */
const MAY_BUY = "active"

/**
 * The customer of an order at Dutchie, who must exist before the order does.
 *
 * Found by our id, else by e-mail, and only made when nobody is found: writing
 * to a profile that exists would overwrite what the shop knows, its status
 * `Banned` included. A birth date is never made up.
 *
 * @returns Dutchie's customer id
 * @throws PosError `refused` when the profile may not buy or the order lacks what a profile needs
 */
export async function ensureCustomer(
  client: DutchieClient,
  order: OutgoingOrder,
  settings: { consumerKey: string; customerType: string },
  options: CallOptions
): Promise<string> {
  const found = await findCustomer(client, order, options)
  if (!found) {
    return await createCustomer(client, order, settings, options)
  }
  if (found.status && found.status.toLowerCase() !== MAY_BUY) {
    throw new PosError(
      "refused",
      `The customer's profile at Dutchie is ${found.status}. Change it there if it is wrong, then send the order again.`
    )
  }
  return found.mergedIntoCustomerId ?? found.customerId
}

async function findCustomer(
  client: DutchieClient,
  { customer }: OutgoingOrder,
  options: CallOptions
): Promise<DutchieCustomer | null> {
  const byId = customer.id
    ? await client.find(
        ENDPOINTS.customerByExternalId,
        { params: { externalId: customer.id } },
        customerHitsReader,
        options
      )
    : null
  if (byId?.length) {
    return byId[0]
  }
  if (!customer.email) {
    return null
  }
  const hits = await client.find(
    ENDPOINTS.customerSearch,
    { body: { emailAddress: customer.email } },
    customerHitsReader,
    options
  )
  return oldestWithEmail(hits ?? [], customer.email)
}

/** As the POS itself matches: the oldest profile wins. Other hits are previews. */
function oldestWithEmail(
  hits: readonly DutchieCustomer[],
  email: string
): DutchieCustomer | null {
  const same = hits.filter(
    ({ emailAddress }) => emailAddress?.toLowerCase() === email.toLowerCase()
  )
  return (
    same.sort((a, b) => Number(a.customerId) - Number(b.customerId))[0] ?? null
  )
}

async function createCustomer(
  client: DutchieClient,
  { customer, address, reference }: OutgoingOrder,
  settings: { consumerKey: string; customerType: string },
  options: CallOptions
): Promise<string> {
  const required = {
    firstName: customer.first_name,
    address1: address?.address_1,
    city: address?.city,
    state: stateCode(address?.province ?? null),
    postalCode: address?.postal_code,
  }
  const missing = Object.entries(required).flatMap(([name, value]) =>
    value ? [] : [name]
  )
  if (missing.length) {
    throw new PosError(
      "refused",
      `Dutchie needs a customer's ${missing.join(", ")}, which this order does not have. Complete the order's address, then send it again.`
    )
  }
  const created = await client.call(
    ENDPOINTS.createCustomer,
    {
      headers: { ConsumerKey: settings.consumerKey },
      body: {
        ...required,
        ...(customer.last_name ? { lastName: customer.last_name } : {}),
        ...(address?.address_2 ? { address2: address.address_2 } : {}),
        ...(customer.phone ? { phone: customer.phone } : {}),
        ...(customer.email ? { emailAddress: customer.email } : {}),
        ...(customer.id ? { externalCustomerId: customer.id } : {}),
        status: "Active",
        customerType: settings.customerType,
        idempotencyKey: stableGuid("customer", reference),
      },
    },
    customerReader,
    options
  )
  return created.mergedIntoCustomerId ?? created.customerId
}
