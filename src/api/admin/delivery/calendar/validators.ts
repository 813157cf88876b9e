import { z } from "@medusajs/framework/zod"

import {
  addDays,
  LOCAL_DATE,
} from "../../../../modules/delivery/domain/local-time"

/** Six weeks: the most that a month's page shows. */
const MOST_DAYS = 42

const day = z.string().regex(LOCAL_DATE, "must be a day such as 2026-11-21")

/** Query of `GET /admin/delivery/calendar`: days in the shop's zone, inclusive. */
export const AdminGetCalendar = z
  .object({ from: day, to: day, district_id: z.string().min(1).optional() })
  .strict()
  .refine(({ from, to }) => from <= to, {
    path: ["to"],
    message: "must not be before from",
  })
  .refine(({ from, to }) => to < addDays(from, MOST_DAYS), {
    path: ["to"],
    message: `must be within ${MOST_DAYS} days, from included`,
  })
export type AdminGetCalendarType = z.infer<typeof AdminGetCalendar>
