import {
  createDatabase,
  errorCode,
  isDiskFull,
  diskFull,
  type PostgresServer,
  SetupError,
  startPostgres,
  withClient,
} from "../postgres"
import type { Paths } from "./paths"
import type { Say } from "./progress"

export type Database = {
  url: string
  /** The server we started; undefined for the owner's own. */
  server?: PostgresServer
}

const NAME = "cornerstore"
/** Reachable from this machine only, so the password guards nothing else. */
const USER = "cornerstore"
const PASSWORD = "cornerstore"

/** Starts the embedded server and makes the shop's database in it. */
export async function startEmbedded(paths: Paths, say: Say): Promise<Database> {
  const server = await startPostgres({
    dataDir: paths.postgres,
    user: USER,
    password: PASSWORD,
    onProgress: say,
  })
  try {
    return { url: await createDatabase(server, NAME), server }
  } catch (error) {
    await server.stop()
    throw isDiskFull(error) ? diskFull(server.dataDir) : error
  }
}

/**
 * Makes sure that the owner's own database answers.
 *
 * @throws SetupError that names host, port and database, never the password
 */
export async function checkExternal(url: string): Promise<Database> {
  const where = describeUrl(url)
  try {
    await withClient(url, (client) => client.query("select 1"))
    return { url }
  } catch (error) {
    throw new SetupError(explainConnection(where, error))
  }
}

/**
 * Names a database for people, without user and password.
 *
 * @throws SetupError when it is no PostgreSQL URL
 */
export function describeUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new SetupError(
      "DATABASE_URL is not a PostgreSQL URL: it looks like postgres://user:password@host:5432/database."
    )
  }
  return `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`
}

/** What a failed connection means and what to do about it. */
export function explainConnection(where: string, error: unknown): string {
  const code = errorCode(error) ?? "no answer"
  const [host, name] = where.split("/")
  switch (code) {
    case "28P01":
    case "28000":
      return `The PostgreSQL server at ${host} refuses the user or password of DATABASE_URL: correct them.`
    case "3D000":
      return `The PostgreSQL server at ${host} has no database "${name}": make it (createdb ${name}) or correct DATABASE_URL.`
    default:
      return `No PostgreSQL server answers at ${where} (${code}): start it, correct DATABASE_URL, or leave DATABASE_URL out to use the embedded one.`
  }
}
