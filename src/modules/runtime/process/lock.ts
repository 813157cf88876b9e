import { Logger } from "@medusajs/framework/types"

/** The part of a `pg` connection that the lock needs. */
export type LockConnection = {
  query(
    sql: string,
    values?: unknown[]
  ): Promise<{ rows: Record<string, unknown>[] }>
  on(event: "error" | "end", listener: (error?: Error) => void): unknown
  removeAllListeners(event?: string): unknown
  end(): Promise<void>
}

/**
 * - `off`: not needed, the process serves nobody
 * - `held`: this process is the only one, or shares with others that have Redis
 * - `lost`: the connection broke and is being replaced
 * - `taken`: somebody else took the lock in the meantime
 */
export type LockState = "off" | "held" | "lost" | "taken"

/**
 * - `alone`: nobody else may serve the database
 * - `together`: others that have Redis may, one that does not may not
 */
export type LockMode = "alone" | "together"

/** "CORN" and "STOR": one constant pair, so one lock per database. */
const LOCK_KEY = [0x434f524e, 0x53544f52] as const

const LABEL_PREFIX = "cornerstore "
/** Postgres cuts `application_name` at 63 bytes. */
const MAX_LABEL = 63
const RETRY_MS = 500
const MAX_RETRY_MS = 5_000

/**
 * Names the session, keeps the server from ending it for being idle, and lets
 * it notice within half a minute that the holder's machine vanished: it would
 * otherwise keep the lock for hours. Settings an older server lacks are left out.
 */
const PREPARE_SESSION = `
  select set_config(name, value, false)
  from (values
    ('application_name', $1),
    ('idle_session_timeout', '0'),
    ('tcp_keepalives_idle', '10'),
    ('tcp_keepalives_interval', '5'),
    ('tcp_keepalives_count', '3')
  ) as wanted (name, value)
  where name in (select name from pg_settings)`

/**
 * The single-process rule: without Redis exactly one process may serve a
 * database, because events, jobs and caches live in its memory. A Postgres
 * session advisory lock says who; it ends with its connection, so a crash
 * leaves nothing behind. Processes with Redis share the lock, which keeps one
 * without it out.
 */
export class ProcessLock {
  private connection: LockConnection | undefined
  private retry: NodeJS.Timeout | undefined
  private state_: LockState = "off"
  private released = false

  constructor(
    private readonly options: {
      connect: () => Promise<LockConnection>
      mode: LockMode
      /** `<pid>@<host>`, shown to a process that is refused. */
      owner: string
      logger: Pick<Logger, "info" | "warn" | "error">
    }
  ) {}

  get state(): LockState {
    return this.state_
  }

  /**
   * Takes the lock.
   *
   * @param waitMs - how long to wait for a process that is just stopping
   * @returns the holder (`<pid>@<host>`, or null when the database does not say) when it is somebody else's
   */
  async acquire(
    waitMs: number
  ): Promise<{ held: true } | { held: false; holder: string | null }> {
    const deadline = Date.now() + waitMs
    for (;;) {
      const connection = await this.open()
      if (await tryLock(connection, this.options.mode)) {
        this.keep(connection)
        return { held: true }
      }
      const holder = await findHolder(connection)
      await connection.end()
      if (Date.now() >= deadline) {
        return { held: false, holder }
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }

  /** Lets go at once, so that a successor can start. */
  async release(): Promise<void> {
    this.released = true
    this.state_ = "off"
    clearTimeout(this.retry)
    const connection = this.connection
    this.connection = undefined
    if (connection) {
      connection.removeAllListeners("end")
      await connection.end()
    }
  }

  private async open(): Promise<LockConnection> {
    const connection = await this.options.connect()
    const label = `${LABEL_PREFIX}${this.options.owner}`.slice(0, MAX_LABEL)
    try {
      await connection.query(PREPARE_SESSION, [label])
      return connection
    } catch (error) {
      await connection.end()
      throw error
    }
  }

  private keep(connection: LockConnection): void {
    this.connection = connection
    this.state_ = "held"
    // Either event may come first or alone, depending on how it broke.
    connection.on("error", () => this.onLost(connection))
    connection.on("end", () => this.onLost(connection))
  }

  private onLost(connection: LockConnection): void {
    if (this.released || this.connection !== connection) {
      return
    }
    this.connection = undefined
    this.state_ = "lost"
    this.options.logger.warn(
      "The connection that holds the process lock broke; taking it again"
    )
    this.scheduleRetry(RETRY_MS)
  }

  private scheduleRetry(delayMs: number): void {
    if (this.released) {
      return
    }
    this.retry = setTimeout(() => void this.takeAgain(delayMs), delayMs).unref()
  }

  private async takeAgain(delayMs: number): Promise<void> {
    try {
      const result = await this.acquire(0)
      if (this.released) {
        await this.release()
      } else if (result.held) {
        this.options.logger.info("The process lock is held again")
      } else {
        this.onTaken(result.holder)
        this.scheduleRetry(MAX_RETRY_MS)
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (delayMs === RETRY_MS) {
        this.options.logger.warn(`Cannot take the lock yet: ${reason}`)
      }
      this.scheduleRetry(Math.min(delayMs * 2, MAX_RETRY_MS))
    }
  }

  private onTaken(holder: string | null): void {
    if (this.state_ !== "taken") {
      this.options.logger.error(
        `${describeHolder(holder)} took over this database while the connection was broken; stop one of the two or set REDIS_URL for both`
      )
    }
    this.state_ = "taken"
  }
}

/**
 * What a process says before it stops.
 *
 * @param holder - `<pid>@<host>` of a process that is in the way
 * @param mode - how the refused process wanted to serve
 */
export function refusal(holder: string | null, mode: LockMode): string {
  const [pid, host] = holder?.split("@") ?? []
  const stop =
    pid && host
      ? `stop process ${pid} on ${host}`
      : "stop the process that holds it"
  return mode === "together"
    ? `A Cornerstore process without REDIS_URL serves this database: give it the same REDIS_URL, or ${stop}`
    : `Another Cornerstore process already serves this database; set REDIS_URL to run several, or ${stop}`
}

function describeHolder(holder: string | null): string {
  return holder ? `Process ${holder}` : "Another process"
}

const TRY_LOCK: Record<LockMode, string> = {
  alone: "select pg_try_advisory_lock($1, $2) as locked",
  together: "select pg_try_advisory_lock_shared($1, $2) as locked",
}

async function tryLock(
  connection: LockConnection,
  mode: LockMode
): Promise<boolean> {
  const { rows } = await connection.query(TRY_LOCK[mode], [...LOCK_KEY])
  return rows[0]?.locked === true
}

async function findHolder(connection: LockConnection): Promise<string | null> {
  const { rows } = await connection.query(
    `select a.application_name
     from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objsubid = 2
       and l.classid = $1::int::oid and l.objid = $2::int::oid
       and l.database = (select oid from pg_database where datname = current_database())`,
    [...LOCK_KEY]
  )
  const label = rows[0]?.application_name
  return typeof label === "string" && label.startsWith(LABEL_PREFIX)
    ? label.slice(LABEL_PREFIX.length)
    : null
}
