import { MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../validate-query"
import { StoreGetProductDeliveryDays } from "./validators"

export const storeProductDeliveryMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/store/products/:id/delivery-days",
    middlewares: [validateQuery(StoreGetProductDeliveryDays)],
  },
]
