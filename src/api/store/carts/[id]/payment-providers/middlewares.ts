import { authenticate, MiddlewareRoute } from "@medusajs/framework/http"

export const storeCartPaymentProvidersMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/store/carts/:id/payment-providers",
    middlewares: [
      // Guests have carts too; who is logged in is asked for their own.
      authenticate("customer", ["session", "bearer"], {
        allowUnauthenticated: true,
      }),
    ],
  },
]
