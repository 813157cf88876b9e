import { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../../policies/delivery"
import { validateQuery } from "../../../validate-query"
import { AdminGetCalendar } from "./validators"

export const adminDeliveryCalendarMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/delivery/calendar",
    middlewares: [validateQuery(AdminGetCalendar)],
    policies: [
      {
        resource: DELIVERY_RESOURCES.booking,
        operation: PolicyOperation.read,
      },
    ],
  },
]
