import { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { ACTIVITY_RESOURCE } from "../../../../../policies/activity"
import { validateQuery } from "../../../../validate-query"
import { AdminGetCustomerLogins } from "./validators"

export const adminCustomerLoginsMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/customers/:id/logins",
    middlewares: [validateQuery(AdminGetCustomerLogins)],
    policies: [
      { resource: ACTIVITY_RESOURCE, operation: PolicyOperation.read },
    ],
  },
]
