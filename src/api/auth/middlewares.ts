import { MiddlewareRoute } from "@medusajs/framework/http"

import { watchLogIn, watchRefresh, watchSecondFactor } from "./watch-log-in"
import { watchLogOut } from "./watch-log-out"

/**
 * Medusa's own routes, watched. Registering is no log-in: who registers logs in
 * afterwards, or renews the token, which is watched.
 */
export const authMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET", "POST"],
    matcher: "/auth/customer/:auth_provider",
    middlewares: [watchLogIn],
  },
  {
    methods: ["GET", "POST"],
    matcher: "/auth/customer/:auth_provider/callback",
    middlewares: [watchLogIn],
  },
  {
    methods: ["POST"],
    matcher: "/auth/mfa/challenges/:id/verify",
    middlewares: [watchSecondFactor],
  },
  {
    methods: ["POST"],
    matcher: "/auth/token/refresh",
    middlewares: [watchRefresh],
  },
  {
    methods: ["DELETE"],
    matcher: "/auth/session",
    middlewares: [watchLogOut],
  },
]
