import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { ACTIVITY_SETTING_RESOURCE } from "../../../../policies/activity"
import { AdminUpdateActivitySettings } from "./validators"

const read = {
  resource: ACTIVITY_SETTING_RESOURCE,
  operation: PolicyOperation.read,
}

// Every entry names its methods: without them a policy covers the whole subtree.
export const adminActivitySettingsMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/activity/settings",
    middlewares: [],
    policies: [read],
  },
  {
    methods: ["POST"],
    matcher: "/admin/activity/settings",
    middlewares: [validateAndTransformBody(AdminUpdateActivitySettings)],
    policies: [
      {
        resource: ACTIVITY_SETTING_RESOURCE,
        operation: PolicyOperation.update,
      },
    ],
  },
  {
    methods: ["GET"],
    matcher: "/admin/activity/settings/figures",
    middlewares: [],
    policies: [read],
  },
]
