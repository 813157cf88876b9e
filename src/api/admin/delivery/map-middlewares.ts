import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

import { DELIVERY_RESOURCES } from "../../../policies/delivery"
import { mapSettingSchema } from "../../../workflows/delivery/map-setting"
import { StoreResolveDistrict } from "../../store/delivery/validators"
import { validateQuery } from "../../validate-query"
import { AdminCheckGeocoder, AdminSaveGeocoder } from "./geocoder/validators"

const { district } = DELIVERY_RESOURCES
const read = [{ resource: district, operation: PolicyOperation.read }]
const update = [{ resource: district, operation: PolicyOperation.update }]

/** Map and geocoder serve the districts: who may change those may set these. */
export const adminDeliveryMapMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/delivery/districts/resolve",
    middlewares: [validateQuery(StoreResolveDistrict)],
    policies: read,
  },
  {
    methods: ["GET"],
    matcher: "/admin/delivery/map-settings",
    middlewares: [],
    policies: read,
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/map-settings",
    middlewares: [validateAndTransformBody(mapSettingSchema)],
    policies: update,
  },
  {
    methods: ["GET"],
    matcher: "/admin/delivery/geocoder",
    middlewares: [],
    policies: read,
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/geocoder",
    middlewares: [validateAndTransformBody(AdminSaveGeocoder)],
    policies: update,
  },
  {
    methods: ["POST"],
    matcher: "/admin/delivery/geocoder/check",
    middlewares: [validateAndTransformBody(AdminCheckGeocoder)],
    policies: update,
  },
]
