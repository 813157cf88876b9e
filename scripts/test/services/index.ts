import type { Need } from "../needs"

import { CHROMIUM_FLAGS, findChromium } from "./chromium"
import { buildPages } from "./pages"
import { startDatabase } from "./postgres"
import { startRedis } from "./redis"

type Environment = Record<string, string>
type Stoppable = { stop(): Promise<void> }
type Say = (message: string) => void

/**
 * The services of one test run, each started when it is first asked for and
 * all stopped together.
 */
export class Services {
  private readonly started = new Map<string, Promise<Environment>>()
  private readonly running: Stoppable[] = []
  private stopping: Promise<void> | undefined

  /**
   * @param root - folder of the repository
   * @param say - told what takes a while
   */
  constructor(
    private readonly root: string,
    private readonly say: Say
  ) {}

  /** Environment of suites that use the database server. */
  database(): Promise<Environment> {
    return this.once("database", async () => {
      this.say("starting PostgreSQL ...")
      const database = await startDatabase(this.say)
      this.running.push(database)
      return database.env
    })
  }

  /** The browser pages, built for suites that run the shop. */
  pages(): Promise<Environment> {
    return this.once("pages", async () => {
      await buildPages(this.root)
      return {}
    })
  }

  /** Environment of suites that use Redis or the browser. */
  get(need: Need): Promise<Environment> {
    return this.once(need, () =>
      need === "redis" ? this.redis() : this.chromium()
    )
  }

  /** Stops what runs, the last one first; a second call waits for the first. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll()
    return this.stopping
  }

  private async redis(): Promise<Environment> {
    const given = process.env.CORNERSTORE_TEST_REDIS_URL
    if (given) {
      return { CORNERSTORE_TEST_REDIS_URL: given }
    }
    const redis = await startRedis(this.say)
    this.running.push(redis)
    return { CORNERSTORE_TEST_REDIS_URL: redis.url }
  }

  private async chromium(): Promise<Environment> {
    const found = await findChromium(this.root, this.say)
    this.say(`browser: Chromium ${found.version} (${found.executablePath})`)
    return {
      ...found.env,
      CORNERSTORE_TEST_CHROMIUM: found.executablePath,
      CORNERSTORE_TEST_CHROMIUM_FLAGS: CHROMIUM_FLAGS.join(" "),
    }
  }

  private once(
    name: string,
    start: () => Promise<Environment>
  ): Promise<Environment> {
    const known = this.started.get(name)
    if (known) {
      return known
    }
    const starting = start()
    this.started.set(name, starting)
    return starting
  }

  private async stopAll(): Promise<void> {
    // Something may be starting right now: wait, then stop that as well.
    await Promise.allSettled(this.started.values())
    for (const service of this.running.reverse()) {
      await service.stop()
    }
  }
}
