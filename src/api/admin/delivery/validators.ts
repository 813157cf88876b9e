import { z } from "@medusajs/framework/zod"

import { boundaryProblem } from "../../../modules/delivery/domain/boundary-problem"
import { BOOKING_STATUSES } from "../../../modules/delivery/domain/booking-status"
import { EXCEPTION_KINDS } from "../../../modules/delivery/domain/exceptions"
import {
  isLocalDate,
  LOCAL_DATE,
  LOCAL_TIME,
} from "../../../modules/delivery/domain/local-time"
import { MOST_GRAMS, MOST_MONEY } from "../../../modules/delivery/domain/rates"
import { ratesSchema } from "../../../workflows/delivery/rates-schema"

/** Medusa answers such a message as it is: it must name its field itself. */
const named = (message: string) => ({
  error: ({ path }: { path?: PropertyKey[] }) =>
    `${path?.map(String).join(".") || "It"} ${message}`,
})
const A_DAY = named("must be a day such as 2026-11-21")
const day = z
  .string()
  .regex(LOCAL_DATE, { ...A_DAY, abort: true })
  .refine(isLocalDate, A_DAY)
const time = z.string().regex(LOCAL_TIME, named("must be a time such as 16:30"))
/** Major units of the cart's currency. */
const money = z.number().min(0).max(MOST_MONEY)
/** Express gives one value as a string and several as an array. */
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(200).optional()
  )

export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(20),
  offset: z.coerce.number().int().min(0).default(0),
}

/** Query of `GET /admin/delivery/bookings`: days in the shop's zone, inclusive. */
export const AdminGetBookings = z
  .object({
    ...paging,
    date_from: day.optional(),
    date_to: day.optional(),
    status: list(z.enum(BOOKING_STATUSES)),
    district_id: list(z.string()),
    order_id: list(z.string()),
    /** An order number. */
    q: z.string().max(40).optional(),
  })
  .strict()
export type AdminGetBookingsType = z.infer<typeof AdminGetBookings>

const ring = z.array(z.array(z.number()).min(2).max(3)).max(50_000)
const boundary = z
  .discriminatedUnion("type", [
    z.object({
      type: z.literal("Polygon"),
      coordinates: z.array(ring).max(1_000),
    }),
    z.object({
      type: z.literal("MultiPolygon"),
      coordinates: z.array(z.array(ring).max(1_000)).max(1_000),
    }),
  ])
  .superRefine((value, context) => {
    const problem = boundaryProblem(value)
    if (problem) {
      context.addIssue({ code: "custom", message: `The boundary ${problem}` })
    }
  })

const district = {
  name: z.string().trim().min(1).max(200),
  priority: z.int().min(0).max(100_000),
  is_active: z.boolean(),
  aliases: z.array(z.string().trim().min(1).max(200)).max(500),
  postal_codes: z.array(z.string().trim().min(1).max(40)).max(5_000),
  boundary: boundary.nullable(),
  /** What one stop takes of a window's capacity in minutes. */
  stop_minutes: z.int().min(0).max(1_440),
  rates: ratesSchema,
  /** Most that may be paid in cash at the door, major units; 0 for no cash, null for no limit. */
  cash_limit: money.nullable(),
}

export const AdminGetDistricts = z
  .object({ ...paging, q: z.string().max(200).optional() })
  .strict()
export type AdminGetDistrictsType = z.infer<typeof AdminGetDistricts>

export const AdminCreateDistrict = z
  .object(district)
  .partial()
  .required({ name: true })
  .strict()
export type AdminCreateDistrictType = z.infer<typeof AdminCreateDistrict>

export const AdminUpdateDistrict = z.object(district).partial().strict()
export type AdminUpdateDistrictType = z.infer<typeof AdminUpdateDistrict>

export const AdminImportDistricts = z
  .object({
    feature_collection: z.looseObject({
      type: z.literal("FeatureCollection"),
      features: z
        .array(
          z.looseObject({
            geometry: z
              .looseObject({ type: z.string(), coordinates: z.unknown() })
              .nullable(),
            properties: z.record(z.string(), z.unknown()).nullable(),
          })
        )
        .min(1)
        .max(5_000),
    }),
    /** The feature property that holds the district's name. */
    name_property: z.string().min(1).max(200).default("name"),
  })
  .strict()
export type AdminImportDistrictsType = z.infer<typeof AdminImportDistricts>

export const AdminGetWindows = z
  .object({ ...paging, district_id: z.string().optional() })
  .strict()
export type AdminGetWindowsType = z.infer<typeof AdminGetWindows>

const capacity = {
  orders: z.int().min(0).max(100_000),
  weight_grams: z.int().min(0).max(MOST_GRAMS).nullable(),
  minutes: z.int().min(0).max(100_000).nullable(),
}
const leadDays = z.int().min(0).max(60)

const window = {
  /** ISO weekday, Monday is 1. */
  weekday: z.int().min(1).max(7),
  starts_at: time,
  ends_at: time,
  capacity: z
    .object(capacity)
    .partial({ weight_grams: true, minutes: true })
    .strict(),
  lead_days: leadDays,
  cutoff_time: time,
  price: money,
  minimum_order: money.nullable(),
  free_over: money.nullable(),
  early_group_ids: z.array(z.string().min(1).max(100)).max(200),
  public_days: z.int().min(0).max(365).nullable(),
  is_active: z.boolean(),
}

export const AdminCreateWindow = z
  .object({ ...window, district_id: z.string().min(1) })
  .partial({
    is_active: true,
    lead_days: true,
    price: true,
    minimum_order: true,
    free_over: true,
    early_group_ids: true,
    public_days: true,
  })
  .strict()
export type AdminCreateWindowType = z.infer<typeof AdminCreateWindow>

export const AdminUpdateWindow = z.object(window).partial().strict()
export type AdminUpdateWindowType = z.infer<typeof AdminUpdateWindow>

/** Query of `GET /admin/delivery/exceptions`: what touches these days and this district. */
export const AdminGetExceptions = z
  .object({
    ...paging,
    district_id: z.string().optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .strict()
export type AdminGetExceptionsType = z.infer<typeof AdminGetExceptions>

const exception = {
  name: z.string().trim().min(1).max(200),
  kind: z.enum(EXCEPTION_KINDS),
  district_id: z.string().min(1).nullable(),
  window_id: z.string().min(1).nullable(),
  starts_on: day,
  ends_on: day,
  repeats_yearly: z.boolean(),
  starts_at: time.nullable(),
  ends_at: time.nullable(),
  cutoff_time: time.nullable(),
  lead_days: leadDays.nullable(),
  capacity: z
    .object({ ...capacity, orders: capacity.orders.nullable() })
    .partial()
    .strict(),
  price: money.nullable(),
}

export const AdminCreateException = z
  .object(exception)
  .partial()
  .required({ name: true, kind: true, starts_on: true, ends_on: true })
  .strict()
export type AdminCreateExceptionType = z.infer<typeof AdminCreateException>

export const AdminUpdateException = z.object(exception).partial().strict()
export type AdminUpdateExceptionType = z.infer<typeof AdminUpdateException>
