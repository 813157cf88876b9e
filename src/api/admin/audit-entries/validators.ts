import { z } from "@medusajs/framework/zod"
import {
  createFindParams,
  createOperatorMap,
} from "@medusajs/medusa/api/utils/validators"

const oneOrMany = z.union([z.string(), z.array(z.string())])

/** Query of `GET /admin/audit-entries`. */
export const AdminGetAuditEntriesParams = createFindParams({
  offset: 0,
  limit: 20,
})
  .omit({ fields: true, order: true, with_deleted: true })
  .extend({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
    actor_id: oneOrMany.optional(),
    action: oneOrMany.optional(),
    resource_type: oneOrMany.optional(),
    resource_id: oneOrMany.optional(),
    created_at: createOperatorMap().optional(),
  })
  .strict()

export type AdminGetAuditEntriesParamsType = z.infer<
  typeof AdminGetAuditEntriesParams
>
