import { z } from "@medusajs/framework/zod"

const visitor = { anonymous_id: z.string().trim().min(1).max(255) }

/** Body of `POST /store/customers/me/visitor`. */
export const StorePostVisitor = z.object(visitor).strict()
export type StorePostVisitorType = z.infer<typeof StorePostVisitor>

/** Query of `DELETE /store/customers/me/visitor`. */
export const StoreDeleteVisitor = z.object(visitor).strict()
export type StoreDeleteVisitorType = z.infer<typeof StoreDeleteVisitor>
