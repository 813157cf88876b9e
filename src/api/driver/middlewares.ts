import { MiddlewareRoute } from "@medusajs/framework/http"

/** The route reads the body itself, once the link's token is out of the log. */
export const driverMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/driver/:token/actions",
    bodyParser: false,
  },
]
