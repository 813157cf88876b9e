import { authenticate, MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../../../validate-query"
import { StoreGetLoyaltyEntries } from "./validators"

const customer = authenticate("customer", ["session", "bearer"])

export const storeLoyaltyMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/store/customers/me/loyalty",
    middlewares: [customer],
  },
  {
    methods: ["GET"],
    matcher: "/store/customers/me/loyalty/entries",
    middlewares: [customer, validateQuery(StoreGetLoyaltyEntries)],
  },
]
