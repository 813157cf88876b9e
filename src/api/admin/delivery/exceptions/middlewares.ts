import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../../policies/delivery"
import { validateQuery } from "../../../validate-query"
import {
  AdminCreateException,
  AdminGetExceptions,
  AdminUpdateException,
} from "../validators"

const { exception: resource } = DELIVERY_RESOURCES

export const adminDeliveryExceptionMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/delivery/exceptions",
    middlewares: [validateQuery(AdminGetExceptions)],
    policies: [{ resource, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/exceptions",
    middlewares: [validateAndTransformBody(AdminCreateException)],
    policies: [{ resource, operation: PolicyOperation.create }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/delivery/exceptions/:id",
    middlewares: [],
    policies: [{ resource, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/exceptions/:id",
    middlewares: [validateAndTransformBody(AdminUpdateException)],
    policies: [{ resource, operation: PolicyOperation.update }],
  },
  {
    methods: ["DELETE"],
    matcher: "/admin/delivery/exceptions/:id",
    middlewares: [],
    policies: [{ resource, operation: PolicyOperation.delete }],
  },
]
