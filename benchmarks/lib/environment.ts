import { completeSecrets } from "../../scripts/start/secrets"

/**
 * What a person's shell may hold and a measured shop must not see: settings of
 * a shop, and the names npm gives to the script that runs us.
 */
const LEFT_OUT =
  /^(PORT|HOST|REDIS_URL|DATABASE_URL|DB_.*|PG.*|NODE_ENV|NODE_OPTIONS|NODE_COMPILE_CACHE|LOG_LEVEL|JWT_SECRET|COOKIE_SECRET|AUTH_MFA_.*|(STORE|ADMIN|AUTH)_CORS|MEDUSA_.*|CORNERSTORE_.*|npm_(package|lifecycle)_.*|npm_command)$/

/** `startAppProcess` sets these itself. */
const SET_BY_STARTER = ["DATABASE_URL", "PORT", "MEDUSA_BACKEND_URL"]

/** The shell's environment without anything that would change a shop. */
export function neutralEnvironment(
  shell: NodeJS.ProcessEnv
): NodeJS.ProcessEnv {
  const kept = Object.entries(shell).filter(([name]) => !LEFT_OUT.test(name))
  return { ...Object.fromEntries(kept), MEDUSA_DISABLE_TELEMETRY: "true" }
}

/**
 * `env` for `startAppProcess`, which starts from this process's environment:
 * what is to be left out is named with `undefined`.
 *
 * @param secrets - made anew; both sides of a comparison get the same
 */
export function shopSettings(
  shell: NodeJS.ProcessEnv,
  secrets = completeSecrets({})
): Record<string, string | undefined> {
  const removed = Object.keys(shell)
    .filter((name) => LEFT_OUT.test(name) && !SET_BY_STARTER.includes(name))
    .map((name) => [name, undefined])
  return {
    ...Object.fromEntries(removed),
    ...secrets,
    NODE_ENV: "production",
    // A line per request would be part of what is measured.
    LOG_LEVEL: "warn",
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
}
