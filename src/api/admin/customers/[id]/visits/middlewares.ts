import { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { ACTIVITY_RESOURCE } from "../../../../../policies/activity"
import { validateQuery } from "../../../../validate-query"
import { AdminGetCustomerVisits } from "./validators"

export const adminCustomerVisitsMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/customers/:id/visits",
    middlewares: [validateQuery(AdminGetCustomerVisits)],
    policies: [
      { resource: ACTIVITY_RESOURCE, operation: PolicyOperation.read },
    ],
  },
]
