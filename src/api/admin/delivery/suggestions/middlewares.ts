import { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../../policies/delivery"
import { validateQuery } from "../../../validate-query"
import { AdminGetSuggestions } from "./validators"

// Every entry names its methods: without them a policy covers the whole subtree.
export const adminSuggestionMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/delivery/suggestions",
    middlewares: [validateQuery(AdminGetSuggestions)],
    policies: [
      {
        resource: DELIVERY_RESOURCES.booking,
        operation: PolicyOperation.read,
      },
    ],
  },
]
