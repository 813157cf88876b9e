import {
  authenticate,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { StorePostConsents } from "./validators"

const MATCHER = "/store/customers/me/consents"
const customer = authenticate("customer", ["session", "bearer"])

export const storeConsentsMiddlewares: MiddlewareRoute[] = [
  { methods: ["GET"], matcher: MATCHER, middlewares: [customer] },
  {
    methods: ["POST"],
    matcher: MATCHER,
    middlewares: [customer, validateAndTransformBody(StorePostConsents)],
  },
]
