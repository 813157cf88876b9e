import { z } from "@medusajs/framework/zod"

/** Body of `POST /store/customers/me/visitor`. */
export const StorePostVisitor = z
  .object({ anonymous_id: z.string().trim().min(1).max(255) })
  .strict()

export type StorePostVisitorType = z.infer<typeof StorePostVisitor>
