import { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../policies/delivery"

export const adminOrderDeliveryMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/orders/:id/delivery",
    middlewares: [],
    policies: [
      {
        resource: DELIVERY_RESOURCES.booking,
        operation: PolicyOperation.read,
      },
    ],
  },
  {
    methods: ["GET"],
    matcher: "/admin/orders/:id/instructions",
    middlewares: [],
    // Part of the order: who may read orders may read what was asked for.
    policies: [{ resource: "order", operation: PolicyOperation.read }],
  },
]
