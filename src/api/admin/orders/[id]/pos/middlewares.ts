import { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { POS_RESOURCES } from "../../../../../policies/pos"

export const adminOrderPosMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/orders/:id/pos",
    middlewares: [],
    policies: [
      { resource: POS_RESOURCES.order, operation: PolicyOperation.read },
    ],
  },
  {
    methods: ["POST"],
    matcher: "/admin/orders/:id/pos/:pos_order_id/send",
    middlewares: [],
    policies: [
      { resource: POS_RESOURCES.order, operation: PolicyOperation.update },
    ],
  },
]
