import {
  authenticate,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { validateQuery } from "../../../../validate-query"
import { StoreDeleteVisitor, StorePostVisitor } from "./validators"

const customer = authenticate("customer", ["session", "bearer"])

export const storeVisitorMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/store/customers/me/visitor",
    middlewares: [customer, validateAndTransformBody(StorePostVisitor)],
  },
  {
    methods: ["DELETE"],
    matcher: "/store/customers/me/visitor",
    middlewares: [customer, validateQuery(StoreDeleteVisitor)],
  },
]
