import { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { ACTIVITY_RESOURCE } from "../../../../policies/activity"
import { validateQuery } from "../../../validate-query"
import { AdminGetActivityOverview } from "./validators"

export const adminActivityOverviewMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/activity/overview",
    middlewares: [validateQuery(AdminGetActivityOverview)],
    policies: [
      { resource: ACTIVITY_RESOURCE, operation: PolicyOperation.read },
    ],
  },
]
