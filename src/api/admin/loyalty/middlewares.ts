import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { LOYALTY_RESOURCES } from "../../../policies/loyalty"
import { validateQuery } from "../../validate-query"
import {
  AdminAdjustLoyalty,
  AdminGetLoyaltyEntries,
  AdminUpdateLoyaltyProgram,
} from "./validators"

const { program, account } = LOYALTY_RESOURCES

// Every entry names its methods: without them a policy covers the whole subtree.
export const adminLoyaltyMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/loyalty/program",
    middlewares: [],
    policies: [{ resource: program, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/loyalty/program",
    middlewares: [validateAndTransformBody(AdminUpdateLoyaltyProgram)],
    policies: [{ resource: program, operation: PolicyOperation.update }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/loyalty/accounts/:customer_id",
    middlewares: [],
    policies: [{ resource: account, operation: PolicyOperation.read }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/loyalty/accounts/:customer_id/entries",
    middlewares: [validateQuery(AdminGetLoyaltyEntries)],
    policies: [{ resource: account, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/loyalty/accounts/:customer_id/adjustments",
    middlewares: [validateAndTransformBody(AdminAdjustLoyalty)],
    policies: [{ resource: account, operation: PolicyOperation.update }],
  },
]
