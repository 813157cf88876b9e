import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../../../policies/delivery"
import { AdminSetOrderPosition } from "./validators"

const { booking } = DELIVERY_RESOURCES

export const adminOrderPositionMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/orders/:id/delivery-position",
    middlewares: [],
    // It shows the address.
    policies: [
      { resource: "order", operation: PolicyOperation.read },
      { resource: booking, operation: PolicyOperation.read },
    ],
  },
  {
    methods: ["POST"],
    matcher: "/admin/orders/:id/delivery-position",
    middlewares: [validateAndTransformBody(AdminSetOrderPosition)],
    policies: [
      { resource: "order", operation: PolicyOperation.update },
      { resource: booking, operation: PolicyOperation.update },
    ],
  },
]
