import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { AUDIT_RESOURCE } from "../../../policies/audit"
import { listAuditEntriesQueryConfig } from "./query-config"
import { AdminGetAuditEntriesParams } from "./validators"

export const adminAuditEntriesMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/audit-entries",
    middlewares: [
      validateAndTransformQuery(
        AdminGetAuditEntriesParams,
        listAuditEntriesQueryConfig
      ),
    ],
    policies: [{ resource: AUDIT_RESOURCE, operation: PolicyOperation.read }],
  },
]
