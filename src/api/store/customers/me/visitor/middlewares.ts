import {
  authenticate,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { StorePostVisitor } from "./validators"

export const storeVisitorMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/store/customers/me/visitor",
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      validateAndTransformBody(StorePostVisitor),
    ],
  },
]
