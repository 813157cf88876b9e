import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../../policies/delivery"
import { validateQuery } from "../../../validate-query"
import {
  AdminCreateCalendarFeed,
  AdminGetCalendarFeeds,
  AdminUpdateCalendarFeed,
} from "./validators"

const PATH = "/admin/delivery/calendar-feeds"
const of = (operation: string) => [
  { resource: DELIVERY_RESOURCES.calendarFeed, operation },
]

// Every entry names its methods: without them a policy covers the whole subtree.
export const adminCalendarFeedMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: PATH,
    middlewares: [validateQuery(AdminGetCalendarFeeds)],
    policies: of(PolicyOperation.read),
  },
  {
    methods: ["POST"],
    matcher: PATH,
    middlewares: [validateAndTransformBody(AdminCreateCalendarFeed)],
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
    middlewares: [validateAndTransformBody(AdminUpdateCalendarFeed)],
    policies: of(PolicyOperation.update),
  },
  {
    methods: ["DELETE"],
    matcher: `${PATH}/:id`,
    middlewares: [],
    policies: of(PolicyOperation.delete),
  },
]
