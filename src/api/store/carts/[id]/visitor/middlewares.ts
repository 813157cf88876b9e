import {
  authenticate,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { StorePostCartVisitor } from "./validators"

export const storeCartVisitorMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/store/carts/:id/visitor",
    middlewares: [
      // Guests have carts too; who is logged in is asked for their own.
      authenticate("customer", ["session", "bearer"], {
        allowUnauthenticated: true,
      }),
      validateAndTransformBody(StorePostCartVisitor),
    ],
  },
]
