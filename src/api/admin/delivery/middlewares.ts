import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../policies/delivery"
import { validateQuery } from "../../validate-query"
import { adminDeliveryDriverMiddlewares } from "./drivers/middlewares"
import { adminDeliveryExceptionMiddlewares } from "./exceptions/middlewares"
import { adminDeliveryRouteMiddlewares } from "./routes/middlewares"
import {
  AdminCreateDistrict,
  AdminCreateWindow,
  AdminGetBookings,
  AdminGetDistricts,
  AdminGetWindows,
  AdminImportDistricts,
  AdminUpdateDistrict,
  AdminUpdateWindow,
} from "./validators"

const { district, window, booking } = DELIVERY_RESOURCES

// Every entry names its methods: without them a policy covers the whole subtree.
export const adminDeliveryMiddlewares: MiddlewareRoute[] = [
  ...adminDeliveryDriverMiddlewares,
  ...adminDeliveryExceptionMiddlewares,
  ...adminDeliveryRouteMiddlewares,
  {
    methods: ["GET"],
    matcher: "/admin/delivery/settings",
    middlewares: [],
    policies: [{ resource: booking, operation: PolicyOperation.read }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/delivery/bookings",
    middlewares: [validateQuery(AdminGetBookings)],
    policies: [{ resource: booking, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/bookings/:id/delivered",
    middlewares: [],
    policies: [{ resource: booking, operation: PolicyOperation.update }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/delivery/districts",
    middlewares: [validateQuery(AdminGetDistricts)],
    policies: [{ resource: district, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/districts",
    bodyParser: { sizeLimit: "5mb" },
    middlewares: [validateAndTransformBody(AdminCreateDistrict)],
    policies: [{ resource: district, operation: PolicyOperation.create }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/districts/import",
    bodyParser: { sizeLimit: "50mb" },
    middlewares: [validateAndTransformBody(AdminImportDistricts)],
    policies: [
      { resource: district, operation: PolicyOperation.create },
      { resource: district, operation: PolicyOperation.update },
    ],
  },
  {
    methods: ["GET"],
    matcher: "/admin/delivery/districts/export",
    middlewares: [],
    policies: [{ resource: district, operation: PolicyOperation.read }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/delivery/districts/:id",
    middlewares: [],
    policies: [{ resource: district, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/districts/:id",
    bodyParser: { sizeLimit: "5mb" },
    middlewares: [validateAndTransformBody(AdminUpdateDistrict)],
    policies: [{ resource: district, operation: PolicyOperation.update }],
  },
  {
    methods: ["DELETE"],
    matcher: "/admin/delivery/districts/:id",
    middlewares: [],
    policies: [{ resource: district, operation: PolicyOperation.delete }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/delivery/windows",
    middlewares: [validateQuery(AdminGetWindows)],
    policies: [{ resource: window, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/windows",
    middlewares: [validateAndTransformBody(AdminCreateWindow)],
    policies: [{ resource: window, operation: PolicyOperation.create }],
  },
  {
    methods: ["GET"],
    matcher: "/admin/delivery/windows/:id",
    middlewares: [],
    policies: [{ resource: window, operation: PolicyOperation.read }],
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/windows/:id",
    middlewares: [validateAndTransformBody(AdminUpdateWindow)],
    policies: [{ resource: window, operation: PolicyOperation.update }],
  },
  {
    methods: ["DELETE"],
    matcher: "/admin/delivery/windows/:id",
    middlewares: [],
    policies: [{ resource: window, operation: PolicyOperation.delete }],
  },
]
