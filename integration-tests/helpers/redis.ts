import Redis from "ioredis"

import { requiredEnv } from "./required-env"

/** `npm test` starts Redis with this many databases. */
const DATABASES = 64

/**
 * A Redis database of this suite alone, empty. Importing this file is what
 * makes `npm test` start Redis.
 *
 * @param index - distinct per suite of a stage, 1 to 31; each of the two Jest
 * workers gets its own half of the 64 databases
 */
export async function useRedis(index: number): Promise<{
  /** For `REDIS_URL` of a process under test, or `options.redisUrl`. */
  url: string
  /** Removes every key of this database. */
  flush(): Promise<void>
  /** Closes the connection; call it in `afterAll`. */
  close(): Promise<void>
}> {
  const worker = Number(process.env.JEST_WORKER_ID ?? "1") - 1
  const database = (worker % 2) * (DATABASES / 2) + index
  const url = `${requiredEnv("CORNERSTORE_TEST_REDIS_URL")}/${database}`
  const client = new Redis(url, { maxRetriesPerRequest: 3 })
  await client.flushdb()
  return {
    url,
    flush: async () => {
      await client.flushdb()
    },
    close: async () => {
      await client.quit()
    },
  }
}
