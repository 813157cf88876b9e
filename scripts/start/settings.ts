import { SetupError } from "../postgres"

export type Settings = {
  port: number
  /** Where browsers reach the shop, without a slash at the end. */
  backendUrl: string
  /** The owner's own database, when there is one. */
  databaseUrl?: string
  redisUrl?: string
}

const DEFAULT_PORT = 9000

/**
 * What the environment asks for.
 *
 * @throws SetupError naming the variable that is wrong
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = readPort(env.PORT)
  const given = env.MEDUSA_BACKEND_URL?.trim()
  return {
    port,
    backendUrl: given ? readUrl(given) : `http://localhost:${port}`,
    databaseUrl: env.DATABASE_URL?.trim() || undefined,
    redisUrl: env.REDIS_URL?.trim() || undefined,
  }
}

function readPort(value: string | undefined): number {
  if (!value) {
    return DEFAULT_PORT
  }
  const port = Number(value)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new SetupError(
      `PORT is "${value}": it must be a number from 1 to 65535, such as PORT=9100.`
    )
  }
  return port
}

function readUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw new SetupError(
      `MEDUSA_BACKEND_URL is "${value}": it must be the shop's address with http:// or https:// in front.`
    )
  }
  return value.replace(/\/+$/, "")
}
