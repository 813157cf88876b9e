import { z } from "@medusajs/framework/zod"

import { paging } from "../validators"

export const AdminGetCalendarFeeds = z.object(paging).strict()
export type AdminGetCalendarFeedsType = z.infer<typeof AdminGetCalendarFeeds>

const feed = {
  /** What calendar applications show. */
  name: z.string().trim().min(1).max(100),
  /** Null for every district. */
  district_id: z.string().min(1).max(100).nullable(),
}

export const AdminCreateCalendarFeed = z
  .object(feed)
  .partial({ district_id: true })
  .strict()
export type AdminCreateCalendarFeedType = z.infer<
  typeof AdminCreateCalendarFeed
>

export const AdminUpdateCalendarFeed = z.object(feed).partial().strict()
export type AdminUpdateCalendarFeedType = z.infer<
  typeof AdminUpdateCalendarFeed
>
