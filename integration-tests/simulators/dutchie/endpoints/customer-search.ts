import { z } from "@medusajs/framework/zod"

import { json, text } from "../../shared/answer"
import { caseless } from "../../shared/caseless"
import { parameter } from "../../shared/request"
import { findCustomers, tell } from "../customers"
import { type Endpoint, readBody } from "../endpoint"
import { badRequest } from "../errors"
import { PER_MINUTE } from "../rate-limits"
import { customerEditSchema } from "./customers"

/** `CustomerSearchRequest` of the OpenAPI description. */
const searchSchema = caseless({
  lastName: z.string().nullish(),
  dateOfBirth: z.string().nullish(),
  phone: z.string().nullish(),
  emailAddress: z.string().nullish(),
  mmjidNumber: z.string().nullish(),
  driversLicenseId: z.string().nullish(),
})

export const CUSTOMER_SEARCH: Endpoint[] = [
  {
    method: "POST",
    path: "/customer/search",
    role: "Customer",
    perMinute: PER_MINUTE.customerSearch,
    handle: (store, request) => {
      const body = readBody(request, searchSchema)
      if (!body.ok) {
        return badRequest("The search is not valid", body.errors)
      }
      const { driversLicenseId, ...given } = body.data
      const search = { ...given, driversLicenseID: driversLicenseId ?? null }
      if (!Object.values(search).some(Boolean)) {
        return badRequest("At least one search criterion must be provided")
      }
      return json(
        findCustomers(store, search).map(({ matchType, customer }) => ({
          matchType,
          ...tell(customer),
        }))
      )
    },
  },
  {
    method: "POST",
    path: "/customer/customerLookup",
    role: "Customer",
    perMinute: PER_MINUTE.standard,
    handle: (store, request) => {
      const body = readBody(request, customerEditSchema)
      if (!body.ok) {
        return badRequest("The search is not valid", body.errors)
      }
      const [found] = findCustomers(store, body.data)
      return found
        ? json(tell(found.customer))
        : text("Customer not found", 404)
    },
  },
  {
    method: "GET",
    path: "/customer/by-external-id",
    role: "Customer",
    perMinute: PER_MINUTE.standard,
    handle: ({ state }, request) => {
      const externalId = parameter(request, "externalId")
      return externalId
        ? json(
            state.customers
              .filter((each) => each.externalCustomerId === externalId)
              .map((each) => ({ matchType: "ExternalId", ...tell(each) }))
          )
        : badRequest("externalId is required")
    },
  },
]
