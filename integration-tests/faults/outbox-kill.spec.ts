import { ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"

import { asValue } from "@medusajs/framework/awilix"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
} from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { drainOutbox } from "../../src/lib/outbox"
import { RUNTIME_MODULE } from "../../src/modules/runtime"
import RuntimeModuleService from "../../src/modules/runtime/service"

jest.setTimeout(120_000)

moduleIntegrationTestRunner<RuntimeModuleService>({
  moduleName: RUNTIME_MODULE,
  resolve: "./src/modules/runtime",
  dbName: "cornerstore-outbox-kill",
  testSuite: ({ service, dbConfig }) => {
    describe("a sender that is killed in the middle of sending", () => {
      let sender: ChildProcess | undefined

      afterEach(() => {
        sender?.kill("SIGKILL")
      })

      it("leaves a message that is sent again, with the same key, when its lease ends", async () => {
        await service.enqueueOutboxMessages([
          { kind: "test", key: "order_1", payload: {} },
        ])
        sender = startSender(dbConfig.clientUrl)
        expect(await firstLine(sender)).toBe("received test:order_1")
        sender.kill("SIGKILL")
        await once(sender, "close")

        const [stuck] = await service.listOutboxMessages({})
        expect(stuck).toMatchObject({ status: "sending", attempts: 1 })

        // The other side knows the key by now, and takes nothing twice.
        const received = new Set(["test:order_1"])
        const container = createMedusaContainer()
        container.register(ContainerRegistrationKeys.LOGGER, asValue(console))
        const drainAt = (now: Date) =>
          drainOutbox({
            runtimeService: service,
            container,
            now: () => now,
            handlers: [
              {
                kind: "test",
                maxAttempts: 3,
                timeoutMs: 1_000,
                send: async (_message, { idempotencyKey }) => {
                  received.add(idempotencyKey)
                },
              },
            ],
          })

        expect(await drainAt(new Date())).toMatchObject({ sent: 0 })
        expect(await drainAt(stuck!.locked_until!)).toMatchObject({ sent: 1 })
        expect([...received]).toEqual(["test:order_1"])
        expect(await service.listOutboxMessages({})).toMatchObject([
          { status: "sent", attempts: 2 },
        ])
      })
    })
  },
})

function startSender(databaseUrl: string): ChildProcess {
  const script = path.join(__dirname, "processes", "hanging-sender.ts")
  const { NODE_OPTIONS: _, ...env } = process.env
  return spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "inherit"],
  })
}

/** The first line that starts with `received`. */
function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ""
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString()
      const match = /^received .*$/m.exec(text)
      if (match) {
        resolve(match[0])
      }
    })
    child.once("close", () => reject(new Error(`The sender ended: ${text}`)))
  })
}
