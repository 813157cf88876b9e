import { z } from "@medusajs/framework/zod"

/** Scopes ("roles") a key may have. Source: per-operation text of the OpenAPI. */
export const ROLES = [
  "Inventory",
  "Customer",
  "PreOrder",
  "Reporting",
  "Deliveries",
  "Integrations",
] as const
export type Role = (typeof ROLES)[number]

export const keySchema = z.object({
  key: z.string().min(1),
  roles: z.array(z.enum(ROLES)),
  /** The second secret that a client names "IntegratorKey". */
  integratorKey: z.string().nullable(),
  revoked: z.boolean(),
})
export type Key = z.infer<typeof keySchema>

/** `LocationIdentity`: one simulator is one location. */
export const locationSchema = z.object({
  locationId: z.int(),
  lspId: z.int(),
  locationName: z.string(),
  lspName: z.string(),
  address: z.string(),
  address2: z.string().nullable(),
  city: z.string(),
  state: z.string(),
  postalCode: z.string(),
  licenseNumber: z.string(),
  doingBusinessAs: z.string().nullable(),
  shareCustomerProfiles: z.boolean(),
  locationGlobalId: z.string(),
  lspGlobalId: z.string(),
  region: z.string().nullable(),
  regionId: z.string().nullable(),
})
export type Location = z.infer<typeof locationSchema>

export const CUSTOMER_STATUSES = [
  "Active",
  "Cancelled",
  "Hold",
  "Banned",
] as const

/** A customer; names as in `Customer` of Dutchie's OpenAPI description. */
export const customerSchema = z.object({
  customerId: z.int(),
  uniqueId: z.string(),
  firstName: z.string(),
  lastName: z.string().nullable(),
  middleName: z.string().nullable(),
  nameSuffix: z.string().nullable(),
  namePrefix: z.string().nullable(),
  address1: z.string().nullable(),
  address2: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  postalCode: z.string().nullable(),
  phone: z.string().nullable(),
  emailAddress: z.string().nullable(),
  status: z.enum(CUSTOMER_STATUSES),
  customerType: z.string(),
  dateOfBirth: z.string().nullable(),
  mmjidNumber: z.string().nullable(),
  mmjidExpirationDate: z.string().nullable(),
  /** Ours: looked up, never told; the vendor tells a hash. */
  driversLicenseID: z.string().nullable(),
  externalCustomerId: z.string().nullable(),
  gender: z.string().nullable(),
  referralSource: z.string().nullable(),
  customIdentifier: z.string().nullable(),
  notes: z.string().nullable(),
  isLoyaltyMember: z.boolean().nullable(),
  isAnonymous: z.boolean(),
  mergedIntoCustomerId: z.int().nullable(),
  /** Ours: what `/reporting/loyalty-snapshot` tells. */
  loyaltyBalance: z.number(),
  creationDate: z.iso.datetime(),
  lastModifiedDateUTC: z.iso.datetime(),
})
export type Customer = z.infer<typeof customerSchema>

export const customerTypeSchema = z.object({
  id: z.int(),
  name: z.string(),
  isMedical: z.boolean(),
  isRetail: z.boolean(),
})
export type CustomerType = z.infer<typeof customerTypeSchema>

/** Somebody who is checked in: a line of the guest list. */
export const visitSchema = z.object({
  transactionId: z.int(),
  customerId: z.int(),
  checkinDateUTC: z.iso.datetime(),
  status: z.string(),
  transactionReferenceNumber: z.string().nullable(),
  preOrderSource: z.string().nullable(),
  /** Ours: in a hidden or on-hold room, so not told. */
  hidden: z.boolean(),
})
export type Visit = z.infer<typeof visitSchema>
