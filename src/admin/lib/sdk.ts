import Medusa from "@medusajs/js-sdk"

/**
 * The client of all our pages. It signs in the way the dashboard around it
 * does: same server, same kind of session, same place for the token.
 */
export const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})
