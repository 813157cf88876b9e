import { createHash } from "node:crypto"

import type { Customer } from "./state/people"
import type { Store } from "./store"

/** A customer with nothing but what is given. */
export function newCustomer(
  store: Store,
  given: Partial<Customer> & Pick<Customer, "uniqueId" | "firstName">
): Customer {
  return {
    customerId: store.next("customer"),
    lastName: null,
    middleName: null,
    nameSuffix: null,
    namePrefix: null,
    address1: null,
    address2: null,
    city: null,
    state: null,
    postalCode: null,
    phone: null,
    emailAddress: null,
    status: "Active",
    customerType: "Recreational",
    dateOfBirth: null,
    mmjidNumber: null,
    mmjidExpirationDate: null,
    driversLicenseID: null,
    externalCustomerId: null,
    gender: null,
    referralSource: null,
    customIdentifier: null,
    notes: null,
    isLoyaltyMember: null,
    isAnonymous: false,
    mergedIntoCustomerId: null,
    loyaltyBalance: 0,
    creationDate: store.timestamp(),
    lastModifiedDateUTC: store.timestamp(),
    ...given,
  }
}

/** The temporary customer of a visit without a name. */
export function anonymousCustomer(store: Store, uniqueId: string): Customer {
  return newCustomer(store, {
    uniqueId,
    firstName: "Anonymous",
    isAnonymous: true,
  })
}

/** `Customer` of the OpenAPI description. */
export function tell(customer: Customer) {
  const { driversLicenseID, loyaltyBalance: _balance, ...own } = customer
  return {
    ...own,
    name: [customer.firstName, customer.lastName].filter(Boolean).join(" "),
    cellPhone: null,
    driversLicenseHash: driversLicenseID && hash(driversLicenseID),
    createdByIntegrator: null,
    otherReferralSource: null,
    springBigMemberId: 0,
    discountGroups: [],
    createdAtLocation: null,
    primaryQualifyingCondition: null,
    secondaryQualifyingConditions: null,
    optedIntoMarketing: null,
    loyaltyTier: null,
  }
}

/** Digits only, the last ten: how phone numbers are compared. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, "").slice(-10)
}

/** What a search has to go on. */
export type Search = Partial<
  Record<
    | "lastName"
    | "dateOfBirth"
    | "phone"
    | "emailAddress"
    | "mmjidNumber"
    | "driversLicenseID",
    string | null
  >
>

/** The ways customers are found, in the register's own order, oldest first. */
const WAYS: [string, (search: Search, customer: Customer) => boolean][] = [
  [
    "MMJID",
    ({ mmjidNumber: wanted }, { mmjidNumber }) => same(wanted, mmjidNumber),
  ],
  [
    "DriversLicense",
    ({ driversLicenseID: wanted }, { driversLicenseID }) =>
      same(wanted, driversLicenseID),
  ],
  [
    "Email",
    ({ emailAddress: wanted }, { emailAddress }) => same(wanted, emailAddress),
  ],
  [
    "Phone",
    ({ phone: wanted }, { phone }) =>
      Boolean(wanted && phone) &&
      phoneDigits(wanted ?? "") === phoneDigits(phone ?? ""),
  ],
  [
    "LastNameDOB",
    ({ lastName, dateOfBirth }, customer) =>
      same(lastName, customer.lastName) &&
      same(dateOfBirth?.slice(0, 10), customer.dateOfBirth?.slice(0, 10)),
  ],
]

/**
 * Who matches a search, and how. Source of the order:
 * support.dutchie.com article 12883592627987.
 */
export function findCustomers(
  { state: { customers } }: Store,
  search: Search
): { matchType: string; customer: Customer }[] {
  const known = customers.filter(({ isAnonymous }) => !isAnonymous)
  return WAYS.flatMap(([matchType, fits]) =>
    known
      .filter((customer) => fits(search, customer))
      .map((customer) => ({ matchType, customer }))
  )
}

function same(wanted?: string | null, own?: string | null): boolean {
  return Boolean(wanted && own) && wanted?.toLowerCase() === own?.toLowerCase()
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}
