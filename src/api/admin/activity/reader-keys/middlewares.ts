import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { READER_KEY_RESOURCE } from "../../../../policies/activity-reader-key"
import { validateQuery } from "../../../validate-query"
import { AdminCreateReaderKey, AdminGetReaderKeys } from "./validators"

const policy = (operation: string) => [
  { resource: READER_KEY_RESOURCE, operation },
]

// Every entry names its methods: without them a policy covers the whole subtree.
export const adminReaderKeyMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/activity/reader-keys",
    middlewares: [validateQuery(AdminGetReaderKeys)],
    policies: policy(PolicyOperation.read),
  },
  {
    methods: ["POST"],
    matcher: "/admin/activity/reader-keys",
    middlewares: [validateAndTransformBody(AdminCreateReaderKey)],
    policies: policy(PolicyOperation.create),
  },
  {
    methods: ["GET"],
    matcher: "/admin/activity/reader-keys/:id",
    middlewares: [],
    policies: policy(PolicyOperation.read),
  },
  {
    methods: ["POST"],
    matcher: "/admin/activity/reader-keys/:id/revoke",
    middlewares: [],
    policies: policy(PolicyOperation.update),
  },
]
