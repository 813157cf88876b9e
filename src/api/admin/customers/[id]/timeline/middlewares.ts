import { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { ACTIVITY_RESOURCE } from "../../../../../policies/activity"
import { validateQuery } from "../../../../validate-query"
import { AdminGetCustomerTimeline } from "./validators"

export const adminCustomerTimelineMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/customers/:id/timeline",
    middlewares: [validateQuery(AdminGetCustomerTimeline)],
    policies: [
      { resource: ACTIVITY_RESOURCE, operation: PolicyOperation.read },
    ],
  },
]
