import {
  authenticate,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { validateQuery } from "../../validate-query"
import {
  StoreGetDeliverySlots,
  StorePostDeliverySlot,
  StorePostInstructions,
} from "./validators"

/** Guests have carts too; who is logged in is asked for their own. */
const customer = authenticate("customer", ["session", "bearer"], {
  allowUnauthenticated: true,
})

export const storeCartDeliveryMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/store/carts/:id/delivery-slots",
    middlewares: [customer, validateQuery(StoreGetDeliverySlots)],
  },
  {
    methods: ["POST"],
    matcher: "/store/carts/:id/delivery-slot",
    middlewares: [customer, validateAndTransformBody(StorePostDeliverySlot)],
  },
  {
    methods: ["DELETE"],
    matcher: "/store/carts/:id/delivery-slot",
    middlewares: [customer],
  },
  {
    methods: ["GET"],
    matcher: "/store/carts/:id/instructions",
    middlewares: [customer],
  },
  {
    methods: ["POST"],
    matcher: "/store/carts/:id/instructions",
    middlewares: [customer, validateAndTransformBody(StorePostInstructions)],
  },
]
