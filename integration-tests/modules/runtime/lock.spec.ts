import { Client } from "@medusajs/framework/pg"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { RUNTIME_MODULE } from "../../../src/modules/runtime"
import {
  LockMode,
  ProcessLock,
} from "../../../src/modules/runtime/process/lock"
import { Presence } from "../../../src/modules/runtime/process/presence"
import RuntimeModuleService from "../../../src/modules/runtime/service"
import { waitFor } from "../../helpers/wait-for"
import { TestLog } from "./setup"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<RuntimeModuleService>({
  moduleName: RUNTIME_MODULE,
  resolve: "./src/modules/runtime",
  dbName: "cornerstore-lock",
  testSuite: ({ dbConfig }) => {
    describe("process lock", () => {
      const log: TestLog = []
      const logger = {
        info: (message: string) => log.push({ level: "info", message }),
        warn: (message: string) => log.push({ level: "warn", message }),
        error: (message: string) => log.push({ level: "error", message }),
      }
      const locks: ProcessLock[] = []
      const connect = async () => {
        const client = new Client({ connectionString: dbConfig.clientUrl })
        client.on("error", () => undefined)
        await client.connect()
        return client
      }
      const lockOf = (owner: string, mode: LockMode = "alone") => {
        const lock = new ProcessLock({ connect, mode, owner, logger })
        locks.push(lock)
        return lock
      }

      beforeEach(() => {
        log.length = 0
      })
      afterEach(async () => {
        await Promise.all(locks.splice(0).map((lock) => lock.release()))
      })

      it("is held by one and names its holder to the next", async () => {
        const first = lockOf("101@shop-1")
        expect(await first.acquire(0)).toEqual({ held: true })
        expect(await lockOf("102@shop-2").acquire(0)).toEqual({
          held: false,
          holder: "101@shop-1",
        })

        await first.release()
        expect(await lockOf("103@shop-3").acquire(0)).toEqual({ held: true })
      })

      it("is shared by those that have Redis, and keeps out the one that has not", async () => {
        const [one, two] = [
          lockOf("1@a", "together"),
          lockOf("2@b", "together"),
        ]
        expect(await one.acquire(0)).toEqual({ held: true })
        expect(await two.acquire(0)).toEqual({ held: true })
        expect(await lockOf("3@c").acquire(0)).toEqual({
          held: false,
          holder: expect.stringMatching(/^(1@a|2@b)$/),
        })

        await Promise.all([one.release(), two.release()])
        expect(await lockOf("3@c").acquire(0)).toEqual({ held: true })
        expect(await lockOf("4@d", "together").acquire(0)).toEqual({
          held: false,
          holder: "3@c",
        })
      })

      it("waits for a predecessor that is just stopping", async () => {
        const predecessor = lockOf("101@shop-1")
        await predecessor.acquire(0)
        const waiting = lockOf("102@shop-1").acquire(20_000)
        await waitForSession(connect, "cornerstore 102@shop-1")
        await predecessor.release()
        expect(await waiting).toEqual({ held: true })
      })

      it("takes the lock again when its connection breaks", async () => {
        const lock = lockOf("101@shop-1")
        await lock.acquire(0)
        await terminate(connect, "cornerstore 101@shop-1")
        await becomes(lock, "lost")
        await becomes(lock, "held")
        expect(await lockOf("102@shop-2").acquire(0)).toMatchObject({
          held: false,
          holder: "101@shop-1",
        })
      })

      it("says so when somebody else took it in the meantime", async () => {
        let reachable = true
        const lock = new ProcessLock({
          connect: async () => {
            if (!reachable) {
              throw new TypeError("no route to host")
            }
            return connect()
          },
          mode: "alone",
          owner: "101@shop-1",
          logger,
        })
        locks.push(lock)
        await lock.acquire(0)

        reachable = false
        await terminate(connect, "cornerstore 101@shop-1")
        await becomes(lock, "lost")
        const other = lockOf("102@shop-2")
        expect(await other.acquire(5_000)).toEqual({ held: true })

        reachable = true
        await becomes(lock, "taken")
        expect(log.filter(({ level }) => level === "error")).toEqual([
          {
            level: "error",
            message: expect.stringContaining("Process 102@shop-2 took over"),
          },
        ])

        await other.release()
        await becomes(lock, "held")
      })

      it("ends a process that comes second, in one clear sentence", async () => {
        await lockOf("101@shop-1").acquire(0)
        const codes: number[] = []
        const beats: number[] = []
        const second = new Presence({
          identity: {
            id: "proc_2",
            role: "shared",
            hostname: "shop-2",
            pid: 102,
            version: "1.0.0",
            startedAt: new Date(),
          },
          connect,
          mode: "alone",
          beat: async () => void beats.push(1),
          leave: async () => undefined,
          logger,
          predecessorMs: 0,
          exit: (code) => codes.push(code),
        })
        await second.start()

        expect(codes).toEqual([1])
        expect(beats).toEqual([])
        expect(log).toEqual([
          {
            level: "error",
            message:
              "Another Cornerstore process already serves this database; set REDIS_URL to run several, or stop process 101 on shop-1",
          },
        ])
      })
    })
  },
})

type Connect = () => Promise<Client>

/** Waits until the lock is in a state. */
const becomes = (lock: ProcessLock, state: ProcessLock["state"]) =>
  waitFor(`the lock to be ${state}`, async () => lock.state === state || null)

async function withClient<T>(
  connect: Connect,
  run: (client: Client) => Promise<T>
): Promise<T> {
  const client = await connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

async function waitForSession(connect: Connect, label: string): Promise<void> {
  await withClient(connect, async (client) => {
    await waitFor(`a session named ${label}`, async () => {
      const { rowCount } = await client.query(
        "select 1 from pg_stat_activity where application_name = $1",
        [label]
      )
      return rowCount || null
    })
  })
}

async function terminate(connect: Connect, label: string): Promise<void> {
  await withClient(connect, (client) =>
    client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1",
      [label]
    )
  )
}
