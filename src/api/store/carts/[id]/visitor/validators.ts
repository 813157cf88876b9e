import { z } from "@medusajs/framework/zod"

/** Body of `POST /store/carts/:id/visitor`; null takes the visitor away. */
export const StorePostCartVisitor = z
  .object({ anonymous_id: z.string().trim().min(1).max(255).nullable() })
  .strict()

export type StorePostCartVisitorType = z.infer<typeof StorePostCartVisitor>
