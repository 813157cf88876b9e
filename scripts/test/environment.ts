type Environment = Record<string, string>

/**
 * A developer's shell may hold settings of the shop; with them the tests would
 * tell something about that shell instead of the code.
 */
const SHOP_SETTINGS =
  /^(PORT|HOST|REDIS_URL|(ACTIVITY_)?DATABASE_URL|DB_NAME|DB_TEMP_NAME|NODE_ENV|LOG_LEVEL|JWT_SECRET|COOKIE_SECRET|(STORE|ADMIN|AUTH)_CORS|MEDUSA_.*|CORNERSTORE_.*)$/

/** What a person sets for the tests themselves. */
const TEST_SETTINGS = /^CORNERSTORE_(DATA|TEST_.*)$/

/** Names of the npm script that runs us would confuse an npm run by a suite. */
const NPM_SCRIPT = /^npm_(package|lifecycle)_/

/**
 * The environment of a stage's processes.
 *
 * @param shell - what this process was started with
 * @param services - added: addresses of the services
 */
export function testEnvironment(
  shell: NodeJS.ProcessEnv,
  services: Environment
): Environment {
  const kept = Object.entries(shell).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !NPM_SCRIPT.test(entry[0]) &&
      (!SHOP_SETTINGS.test(entry[0]) || TEST_SETTINGS.test(entry[0]))
  )
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: "test",
    LOG_LEVEL: shell.CORNERSTORE_TEST_LOG_LEVEL ?? "error",
    MEDUSA_DISABLE_TELEMETRY: "true",
    // Empty, not absent: an .env file must not fill it in.
    REDIS_URL: "",
    ACTIVITY_DATABASE_URL: "",
    JWT_SECRET: "test-only-jwt-secret",
    COOKIE_SECRET: "test-only-cookie-secret",
    ...services,
  }
}
