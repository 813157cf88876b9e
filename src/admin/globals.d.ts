/**
 * Constants Medusa's admin bundler puts into the bundle. In a packed plugin
 * they are left as they are and replaced when the host builds its dashboard.
 */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined
