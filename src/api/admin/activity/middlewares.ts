import { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { ACTIVITY_RESOURCE } from "../../../policies/activity"
import { validateQuery } from "../../validate-query"
import { AdminGetActivityEvents } from "./validators"

export const adminActivityMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/activity/events",
    middlewares: [validateQuery(AdminGetActivityEvents)],
    policies: [
      { resource: ACTIVITY_RESOURCE, operation: PolicyOperation.read },
    ],
  },
]
