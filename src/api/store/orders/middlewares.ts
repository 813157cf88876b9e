import {
  authenticate,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { validateQuery } from "../../validate-query"
import { StoreGetOrderSlots, StorePostOrderSlot } from "./validators"

/** Guests have orders too; who is logged in is asked for their own. */
const customer = authenticate("customer", ["session", "bearer"], {
  allowUnauthenticated: true,
})

export const storeOrderSlotMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/store/orders/:id/delivery-slots",
    middlewares: [customer, validateQuery(StoreGetOrderSlots)],
  },
  {
    methods: ["POST"],
    matcher: "/store/orders/:id/delivery-slot",
    middlewares: [customer, validateAndTransformBody(StorePostOrderSlot)],
  },
]
