import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../../policies/delivery"
import { validateQuery } from "../../../validate-query"
import {
  AdminAddStop,
  AdminAssignRoute,
  AdminGetRoutes,
  AdminOrderStops,
  AdminPlanRoutes,
} from "./validators"

const PATH = "/admin/delivery/routes"
const of = (operation: string) => [
  { resource: DELIVERY_RESOURCES.route, operation },
]

// Every entry names its methods: without them a policy covers the whole subtree.
export const adminDeliveryRouteMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: PATH,
    middlewares: [validateQuery(AdminGetRoutes)],
    policies: of(PolicyOperation.read),
  },
  {
    methods: ["POST"],
    matcher: `${PATH}/plan`,
    middlewares: [validateAndTransformBody(AdminPlanRoutes)],
    policies: of(PolicyOperation.create),
  },
  {
    methods: ["GET"],
    matcher: `${PATH}/:id`,
    middlewares: [],
    policies: of(PolicyOperation.read),
  },
  {
    methods: ["POST"],
    matcher: `${PATH}/:id`,
    middlewares: [validateAndTransformBody(AdminAssignRoute)],
    policies: of(PolicyOperation.update),
  },
  {
    methods: ["POST"],
    matcher: `${PATH}/:id/publish`,
    middlewares: [],
    policies: of(PolicyOperation.update),
  },
  {
    methods: ["POST"],
    matcher: `${PATH}/:id/cancel`,
    middlewares: [],
    policies: of(PolicyOperation.delete),
  },
  {
    methods: ["POST", "DELETE"],
    matcher: `${PATH}/:id/link`,
    middlewares: [],
    policies: of(PolicyOperation.update),
  },
  {
    methods: ["POST"],
    matcher: `${PATH}/:id/stops`,
    middlewares: [validateAndTransformBody(AdminAddStop)],
    policies: of(PolicyOperation.update),
  },
  {
    methods: ["POST"],
    matcher: `${PATH}/:id/stops/order`,
    middlewares: [validateAndTransformBody(AdminOrderStops)],
    policies: of(PolicyOperation.update),
  },
  {
    methods: ["DELETE"],
    matcher: `${PATH}/:id/stops/:stop_id`,
    middlewares: [],
    policies: of(PolicyOperation.update),
  },
]
