import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../../policies/delivery"
import { validateQuery } from "../../../validate-query"
import {
  AdminCreateDriver,
  AdminGetDrivers,
  AdminUpdateDriver,
} from "./validators"

const PATH = "/admin/delivery/drivers"
const of = (operation: string) => [
  { resource: DELIVERY_RESOURCES.driver, operation },
]

// Every entry names its methods: without them a policy covers the whole subtree.
export const adminDeliveryDriverMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: PATH,
    middlewares: [validateQuery(AdminGetDrivers)],
    policies: of(PolicyOperation.read),
  },
  {
    methods: ["POST"],
    matcher: PATH,
    middlewares: [validateAndTransformBody(AdminCreateDriver)],
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
    middlewares: [validateAndTransformBody(AdminUpdateDriver)],
    policies: of(PolicyOperation.update),
  },
  {
    methods: ["DELETE"],
    matcher: `${PATH}/:id`,
    middlewares: [],
    policies: of(PolicyOperation.delete),
  },
]
