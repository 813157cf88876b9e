import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { POS_RESOURCES } from "../../../policies/pos"
import { validateQuery } from "../../validate-query"
import {
  AdminCreatePosConnection,
  AdminGetPosConnections,
  AdminUpdatePosConnection,
} from "./validators"

const { connection } = POS_RESOURCES

// Every entry names its methods: without them a policy covers the whole subtree.
export const adminPosMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/pos/adapters",
    middlewares: [],
    policies: [{ resource: connection, operation: PolicyOperation.read }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/pos/connections",
    middlewares: [validateQuery(AdminGetPosConnections)],
    policies: [{ resource: connection, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/pos/connections",
    middlewares: [validateAndTransformBody(AdminCreatePosConnection)],
    policies: [{ resource: connection, operation: PolicyOperation.create }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/pos/connections/:id",
    middlewares: [],
    policies: [{ resource: connection, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/pos/connections/:id",
    middlewares: [validateAndTransformBody(AdminUpdatePosConnection)],
    policies: [{ resource: connection, operation: PolicyOperation.update }],
  },
  {
    methods: ["DELETE"],
    matcher: "/admin/pos/connections/:id",
    middlewares: [],
    policies: [{ resource: connection, operation: PolicyOperation.delete }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/pos/connections/:id/check",
    middlewares: [],
    policies: [{ resource: connection, operation: PolicyOperation.update }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/pos/connections/:id/sync",
    middlewares: [],
    policies: [{ resource: connection, operation: PolicyOperation.update }],
  },
]
