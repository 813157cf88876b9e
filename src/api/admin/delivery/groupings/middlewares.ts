import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../../policies/delivery"
import { validateQuery } from "../../../validate-query"
import {
  AdminAcceptGrouping,
  AdminGetGroupings,
  AdminProposeGrouping,
} from "./validators"

const PATH = "/admin/delivery/groupings"
const { grouping, booking } = DELIVERY_RESOURCES
const of = (operation: string) => [{ resource: grouping, operation }]

// Every entry names its methods: without them a policy covers the whole subtree.
export const adminGroupingMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: PATH,
    middlewares: [validateQuery(AdminGetGroupings)],
    policies: of(PolicyOperation.read),
  },
  {
    methods: ["POST"],
    matcher: PATH,
    middlewares: [validateAndTransformBody(AdminProposeGrouping)],
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
    matcher: `${PATH}/:id/accept`,
    bodyParser: { sizeLimit: "1mb" },
    middlewares: [validateAndTransformBody(AdminAcceptGrouping)],
    // It moves orders.
    policies: [
      ...of(PolicyOperation.update),
      { resource: booking, operation: PolicyOperation.update },
    ],
  },
  {
    methods: ["POST"],
    matcher: `${PATH}/:id/dismiss`,
    middlewares: [],
    policies: of(PolicyOperation.update),
  },
]
