import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../policies/delivery"
import { validateQuery } from "../../validate-query"
import { AdminGetOrderSlots, AdminSetOrderSlot } from "./validators"

const { booking } = DELIVERY_RESOURCES

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
    matcher: "/admin/orders/:id/delivery-slots",
    middlewares: [validateQuery(AdminGetOrderSlots)],
    policies: [{ resource: booking, operation: PolicyOperation.read }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/orders/:id/delivery-slot",
    middlewares: [],
    policies: [{ resource: booking, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/orders/:id/delivery-slot",
    middlewares: [validateAndTransformBody(AdminSetOrderSlot)],
    policies: [{ resource: booking, operation: PolicyOperation.update }],
  },
  {
    methods: ["DELETE"],
    matcher: "/admin/orders/:id/delivery-slot",
    middlewares: [],
    policies: [{ resource: booking, operation: PolicyOperation.delete }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/delivery/orders-without-slot",
    middlewares: [],
    policies: [{ resource: booking, operation: PolicyOperation.read }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/orders/:id/instructions",
    middlewares: [],
    // Part of the order: who may read orders may read what was asked for.
    policies: [{ resource: "order", operation: PolicyOperation.read }],
  },
]
