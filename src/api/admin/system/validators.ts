import { z } from "@medusajs/framework/zod"

/** Query of `GET /admin/system/outbox`. */
export const AdminGetOutboxParams = z
  .object({
    status: z.enum(["pending", "sending", "sent", "failed"]).optional(),
    kind: z.string().min(1).max(100).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
  .strict()
export type AdminGetOutboxParamsType = z.infer<typeof AdminGetOutboxParams>

/** Body of `POST /admin/system/reconcile`: all of them, or one by name. */
export const AdminRunReconcilers = z
  .object({ name: z.string().min(1).max(100).optional() })
  .strict()
export type AdminRunReconcilersType = z.infer<typeof AdminRunReconcilers>
