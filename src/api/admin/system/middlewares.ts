import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { SYSTEM_RESOURCE } from "../../../policies/system"
import { validateQuery } from "../../validate-query"
import { AdminGetOutboxParams, AdminRunReconcilers } from "./validators"

const read = [{ resource: SYSTEM_RESOURCE, operation: PolicyOperation.read }]
const update = [
  { resource: SYSTEM_RESOURCE, operation: PolicyOperation.update },
]

// Each entry names its methods: without them Medusa applies a policy to the
// whole subtree.
export const adminSystemMiddlewares: MiddlewareRoute[] = [
  { methods: ["GET"], matcher: "/admin/system/health", policies: read },
  { methods: ["GET"], matcher: "/admin/system/clock", policies: read },
  {
    methods: ["GET"],
    matcher: "/admin/system/outbox",
    middlewares: [validateQuery(AdminGetOutboxParams)],
    policies: read,
  },
  {
    methods: ["POST"],
    matcher: "/admin/system/outbox/:id/replay",
    policies: update,
  },
  {
    methods: ["POST"],
    matcher: "/admin/system/reconcile",
    middlewares: [validateAndTransformBody(AdminRunReconcilers)],
    policies: update,
  },
]
