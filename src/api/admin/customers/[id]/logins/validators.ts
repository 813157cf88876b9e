import { z } from "@medusajs/framework/zod"

/** Query of `GET /admin/customers/:id/logins`. */
export const AdminGetCustomerLogins = z
  .object({
    cursor: z.string().min(1).max(500).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  })
  .strict()

export type AdminGetCustomerLoginsType = z.infer<typeof AdminGetCustomerLogins>
