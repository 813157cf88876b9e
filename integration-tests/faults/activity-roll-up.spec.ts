import { ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"

import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { ACTIVITY_MODULE } from "../../src/modules/activity"
import ActivityModuleService from "../../src/modules/activity/service"
import { recount, rolledOf } from "../modules/activity/recount"
import {
  databaseUrl,
  prepareStore,
  withClient,
} from "../modules/activity/setup"
import { randomFrom, traffic } from "../modules/activity/traffic"

jest.setTimeout(240_000)

const DB = "cornerstore-activity-kill"
const ZONE = "America/Los_Angeles"
const EVENTS = 3_000
const KILLS = 12

moduleIntegrationTestRunner<ActivityModuleService>({
  moduleName: ACTIVITY_MODULE,
  resolve: "./src/modules/activity",
  moduleOptions: { timeZone: ZONE },
  dbName: DB,
  hooks: { beforeModuleInit: prepareStore(DB) },
  testSuite: ({ service }) => {
    let close: () => Promise<void>
    let counting: ChildProcess | undefined

    beforeEach(async () => {
      close = service.__hooks.onApplicationShutdown
      const until = new Date(Date.now() - 60_000)
      const events = traffic(EVENTS, until, {
        late: 0.1,
        visitors: 30,
        seed: 11,
      })
      for (let from = 0; from < EVENTS; from += 100) {
        const lot = events.slice(from, from + 100)
        await service.storeEvents(lot, { at: lot.at(-1)?.received_at })
      }
    })
    afterEach(async () => {
      counting?.kill("SIGKILL")
      await close()
    })

    const countRest = async () => {
      for (;;) {
        const { state } = await service.rollUp(500)
        if (state === "done") {
          return
        }
      }
    }

    describe("a process that is killed while it counts", () => {
      it("leaves each event counted once, wherever it ends", async () => {
        const random = randomFrom(7)
        const places = new Set<number | undefined>()
        for (let kill = 0; kill < KILLS; kill++) {
          counting = startCounting()
          await turns(counting, 1 + Math.floor(random() * 4))
          await new Promise((resolve) => setTimeout(resolve, random() * 25))
          counting.kill("SIGKILL")
          await once(counting, "close")
          places.add((await service.countedUpTo())?.getTime())
        }
        // It did come further, and was not done.
        expect(places.size).toBeGreaterThan(KILLS / 3)
        await countRest()
        expect(await rolledOf(DB)).toEqual(await recount(DB, ZONE))
      })

      it("leaves it so too when the connection is cut instead", async () => {
        const cut = () =>
          withClient(DB, (client) =>
            client.query(
              `select pg_terminate_backend(pid) from pg_stat_activity
                where application_name = 'cornerstore-activity-store'
                  and xact_start is not null`
            )
          )
        let failures = 0
        for (let turn = 0; turn < 60; turn++) {
          const [counted] = await Promise.allSettled([
            service.rollUp(25),
            turn % 3 ? null : cut(),
          ])
          failures += counted.status === "rejected" ? 1 : 0
        }
        expect(failures).toBeGreaterThan(2)
        await countRest()
        expect(await rolledOf(DB)).toEqual(await recount(DB, ZONE))
      })
    })
  },
})

function startCounting(): ChildProcess {
  const script = path.join(__dirname, "processes", "counting.ts")
  const { NODE_OPTIONS: _, ...env } = process.env
  return spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...env, DATABASE_URL: databaseUrl(DB), ZONE },
    stdio: ["ignore", "pipe", "inherit"],
  })
}

/** Resolves when the process begins with its `count`th portion, or has ended. */
function turns(child: ChildProcess, count: number): Promise<void> {
  return new Promise((resolve) => {
    let text = ""
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes(`counting ${count}\n`) || text.includes("done")) {
        resolve()
      }
    })
    child.once("close", () => resolve())
  })
}
