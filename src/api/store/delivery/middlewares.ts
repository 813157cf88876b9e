import { MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../validate-query"
import { StoreResolveDistrict } from "./validators"

export const storeDeliveryMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/store/delivery/districts/resolve",
    middlewares: [validateQuery(StoreResolveDistrict)],
  },
]
