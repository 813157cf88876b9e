import { randomUUID } from "node:crypto"

import { z } from "@medusajs/framework/zod"

import { json } from "../../shared/answer"
import { caseless } from "../../shared/caseless"
import { anonymousCustomer } from "../customers"
import { type Endpoint, readBody } from "../endpoint"
import { badRequest } from "../errors"
import { PER_MINUTE } from "../rate-limits"
import type { Visit } from "../state/people"
import type { Store } from "../store"

const anonymousSchema = caseless({
  transactionReference: z.string().nullish(),
})

/** Who is checked in, and checking in without a name. */
export const GUESTS: Endpoint[] = [
  {
    method: "GET",
    path: "/guestlist",
    role: "Customer",
    perMinute: PER_MINUTE.standard,
    handle: (store) =>
      json(latest(store.state.visits).map((visit) => entry(store, visit))),
  },
  {
    method: "POST",
    path: "/transaction/create-anonymous",
    role: "PreOrder",
    perMinute: PER_MINUTE.standard,
    handle: (store, request) => {
      const body = readBody(request, anonymousSchema)
      if (!body.ok) {
        return badRequest("The request is not valid", body.errors)
      }
      const customer = anonymousCustomer(store, randomUUID())
      const visit: Visit = {
        transactionId: store.next("transaction"),
        customerId: customer.customerId,
        checkinDateUTC: store.timestamp(),
        status: "New Online Order",
        transactionReferenceNumber: body.data.transactionReference ?? null,
        preOrderSource: "Web",
        hidden: false,
      }
      store.state.customers.push(customer)
      store.state.visits.push(visit)
      return json({
        customerId: customer.customerId,
        transactionId: visit.transactionId,
        uniqueId: customer.uniqueId,
      })
    },
  },
]

/** Documented: no hidden rooms, only the latest check-in of a customer. */
function latest(visits: Visit[]): Visit[] {
  const shown = visits.filter(({ hidden }) => !hidden)
  return shown.filter(
    ({ customerId }, index) =>
      !shown.slice(index + 1).some((later) => later.customerId === customerId)
  )
}

/** `GuestListEntry` of the OpenAPI description. */
function entry(store: Store, visit: Visit) {
  const customer = store.customer(visit.customerId)
  const names = [customer?.firstName, customer?.lastName].filter(Boolean)
  return {
    name: names.join(" "),
    checkinDateUTC: visit.checkinDateUTC,
    status: visit.status,
    customerId: visit.customerId,
    transactionId: visit.transactionId,
    transactionReferenceNumber: visit.transactionReferenceNumber,
    terminalName: null,
    customerType: customer?.customerType ?? null,
    phone: customer?.phone ?? null,
    cellPhone: null,
    preOrderSource: visit.preOrderSource,
  }
}
