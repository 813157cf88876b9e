import { z } from "@medusajs/framework/zod"

import { collectorSettingsChangesSchema } from "../../../../modules/activity"

/** Body of `POST /admin/activity/settings`: what is left out stays. */
export const AdminUpdateActivitySettings =
  collectorSettingsChangesSchema.refine(
    ({ consent, retention }) =>
      Object.keys({ ...consent, ...retention }).length > 0,
    "names no change"
  )

export type AdminUpdateActivitySettingsType = z.infer<
  typeof AdminUpdateActivitySettings
>
