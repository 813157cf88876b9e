import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../policies/delivery"
import { AdminPostDeliveryRule } from "./validators"

const { productRule } = DELIVERY_RESOURCES
const matcher = "/admin/products/:id/delivery-rule"

export const adminProductDeliveryMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher,
    middlewares: [],
    policies: [{ resource: productRule, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher,
    middlewares: [validateAndTransformBody(AdminPostDeliveryRule)],
    policies: [{ resource: productRule, operation: PolicyOperation.update }],
  },
  {
    methods: ["DELETE"],
    matcher,
    middlewares: [],
    policies: [{ resource: productRule, operation: PolicyOperation.delete }],
  },
]
