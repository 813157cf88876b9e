import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../../policies/delivery"
import { AdminSetCashPolicy } from "./validators"

const { cashPolicy } = DELIVERY_RESOURCES

export const adminCashPolicyMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/delivery/cash-policy",
    middlewares: [],
    policies: [{ resource: cashPolicy, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/cash-policy",
    middlewares: [validateAndTransformBody(AdminSetCashPolicy)],
    policies: [{ resource: cashPolicy, operation: PolicyOperation.update }],
  },
]
