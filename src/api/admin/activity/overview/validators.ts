import { z } from "@medusajs/framework/zod"

import { daysIn } from "../../../../workflows/activity/overview"

/** Days that can be asked for at once: a year and what leads to it. */
export const MAX_DAYS = 400

const day = z.iso.date()

/**
 * Query of `GET /admin/activity/overview`: days in the shop's zone, inclusive.
 * Without them, the last thirty.
 */
export const AdminGetActivityOverview = z
  .object({ from: day.optional(), to: day.optional() })
  .strict()
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ["from"],
    message: "and to must be given together",
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ["to"],
    message: "must not be before from",
  })
  .refine(({ from, to }) => !from || !to || daysIn({ from, to }) <= MAX_DAYS, {
    path: ["from"],
    message: `must be at most ${MAX_DAYS} days before to`,
  })

export type AdminGetActivityOverviewType = z.infer<
  typeof AdminGetActivityOverview
>
