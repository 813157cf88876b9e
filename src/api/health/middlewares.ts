import { MiddlewareRoute } from "@medusajs/framework/http"

/** `/health/ready` is public and takes no input. */
export const healthMiddlewares: MiddlewareRoute[] = []
