import { z } from "@medusajs/framework/zod"

const kind = z.enum(["activity", "login", "order", "points"])

/** Query of `GET /admin/customers/:id/timeline`; kinds as a list or `a,b`. */
export const AdminGetCustomerTimeline = z
  .object({
    kinds: z
      .preprocess(
        (value) => (typeof value === "string" ? value.split(",") : value),
        z.array(kind).min(1)
      )
      .optional(),
    cursor: z.string().min(1).max(2_000).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  })
  .strict()

export type AdminGetCustomerTimelineType = z.infer<
  typeof AdminGetCustomerTimeline
>
