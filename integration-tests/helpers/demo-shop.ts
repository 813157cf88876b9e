import path from "node:path"

import { findDemo } from "../../scripts/start/demo"

import {
  type AppProcess,
  type AppProcessOptions,
  launchAppProcess,
  startAppProcess,
} from "./app-process"
import { createTestDatabase } from "./database"

const ROOT = path.resolve(__dirname, "..", "..")

/** The demo shop, seeded and served from source, without a dashboard. */
export type DemoShop = {
  app: AppProcess
  publishableKey: string
  regionId: string
  salesChannelId: string
  /** Ends the shop and drops its database. */
  remove(): Promise<void>
}

/**
 * Seeds a database of its own and serves it. Much faster than a fresh copy, for
 * suites that need the demo's goods but not its dashboard.
 *
 * @param env - added to the shop's environment, such as `STORE_CORS`
 * @throws Error with what a step printed, when it fails
 */
export async function startDemoShop(
  env: Record<string, string | undefined> = {}
): Promise<DemoShop> {
  const database = await createTestDatabase("demo-shop")
  const options = (command: string[]): AppProcessOptions => ({
    cwd: ROOT,
    command,
    databaseUrl: database.url,
    env: {
      NODE_ENV: "development",
      REDIS_URL: undefined,
      DISABLE_MEDUSA_ADMIN: "true",
      ...env,
    },
  })
  const finish = async (...command: string[]) => {
    const child = await launchAppProcess(options(command))
    const { code } = await child.ended
    if (code !== 0) {
      throw new Error(`medusa ${command[0]} failed:\n${child.output()}`)
    }
  }
  try {
    await finish("db:migrate", "--execute-safe-links")
    await finish("exec", "./scripts/seed/index.ts")
    const demo = await findDemo(database.url)
    if (!demo) {
      throw new Error("The seed finished, but the database has no demo")
    }
    const app = await startAppProcess(options(["develop", "--no-lint"]))
    return {
      app,
      ...demo,
      async remove() {
        // SIGTERM reaches the watcher only, which leaves its server behind.
        await app.kill()
        await database.drop()
      },
    }
  } catch (error) {
    await database.drop()
    throw error
  }
}
