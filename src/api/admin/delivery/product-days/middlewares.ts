import { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../../policies/delivery"
import { validateQuery } from "../../../validate-query"
import { AdminGetProductDays } from "./validators"

export const adminProductDaysMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/delivery/product-days",
    middlewares: [validateQuery(AdminGetProductDays)],
    policies: [
      {
        resource: DELIVERY_RESOURCES.productRule,
        operation: PolicyOperation.read,
      },
    ],
  },
]
