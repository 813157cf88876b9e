import { z } from "@medusajs/framework/zod"

import { daySpan } from "../day-span"
import { paging } from "../validators"

const ids = (most: number) => z.array(z.string().min(1).max(100)).max(most)

/** Body of `POST /admin/delivery/groupings`. */
export const AdminProposeGrouping = z
  .object({ ...daySpan.shape, district_ids: ids(200).optional() })
  .strict()
  .superRefine(daySpan.check)
export type AdminProposeGroupingType = z.infer<typeof AdminProposeGrouping>

export const AdminGetGroupings = z
  .object({
    ...paging,
    /** Express gives one value as a string and several as an array. */
    status: z.preprocess(
      (value) =>
        value === undefined || Array.isArray(value) ? value : [value],
      z
        .array(z.enum(["proposed", "accepted", "dismissed"]))
        .max(3)
        .optional()
    ),
  })
  .strict()
export type AdminGetGroupingsType = z.infer<typeof AdminGetGroupings>

/** Body of `POST /admin/delivery/groupings/:id/accept`. */
export const AdminAcceptGrouping = z
  .object({
    /** Whose moves are wanted; all when left out. */
    booking_ids: ids(2_000).min(1).optional(),
  })
  .strict()
export type AdminAcceptGroupingType = z.infer<typeof AdminAcceptGrouping>
