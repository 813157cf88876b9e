import { z } from "@medusajs/framework/zod"

import { LOCAL_DATE } from "../../../../modules/delivery/domain/local-time"
import { ROUTE_STATUSES } from "../../../../modules/delivery/domain/route-status"
import { paging } from "../validators"

const day = z.string().regex(LOCAL_DATE, "must be a day such as 2026-11-21")
const ids = (most: number) => z.array(z.string().min(1).max(100)).max(most)
/** Express gives one value as a string and several as an array. */
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(200).optional()
  )

/** Query of `GET /admin/delivery/routes`; canceled routes are left out unless asked for. */
export const AdminGetRoutes = z
  .object({
    ...paging,
    date_from: day.optional(),
    date_to: day.optional(),
    status: list(z.enum(ROUTE_STATUSES)),
    driver_id: list(z.string()),
  })
  .strict()
export type AdminGetRoutesType = z.infer<typeof AdminGetRoutes>

export const AdminPlanRoutes = z
  .object({
    /** The shop's day. */
    date: day,
    district_ids: ids(200).optional(),
    driver_ids: ids(1)
      .max(1, "a plan is for one driver: plan again for the next one")
      .optional(),
  })
  .strict()
export type AdminPlanRoutesType = z.infer<typeof AdminPlanRoutes>

export const AdminAssignRoute = z
  .object({ driver_id: z.string().min(1) })
  .strict()
export type AdminAssignRouteType = z.infer<typeof AdminAssignRoute>

/** Every open stop of the route, each once, in the order they are to be driven. */
export const AdminOrderStops = z.object({ stop_ids: ids(500).min(1) }).strict()
export type AdminOrderStopsType = z.infer<typeof AdminOrderStops>

export const AdminAddStop = z.object({ booking_id: z.string().min(1) }).strict()
export type AdminAddStopType = z.infer<typeof AdminAddStop>
