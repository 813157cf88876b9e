/**
 * A process of its own that claims outbox messages, tells its parent what the
 * other side received and then never answers: the parent kills it in the
 * middle of the effect. Runs with `DATABASE_URL` of a migrated database.
 */
import { asValue } from "@medusajs/framework/awilix"
import { MedusaApp } from "@medusajs/framework/modules-sdk"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
  ModulesSdkUtils,
} from "@medusajs/framework/utils"

import { drainOutbox } from "../../../src/lib/outbox"
import { RUNTIME_MODULE } from "../../../src/modules/runtime"
import RuntimeModuleService from "../../../src/modules/runtime/service"

async function main() {
  const connection = ModulesSdkUtils.createPgConnection({
    clientUrl: process.env.DATABASE_URL,
  })
  const { modules } = await MedusaApp({
    modulesConfig: { [RUNTIME_MODULE]: { resolve: "./src/modules/runtime" } },
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: connection,
      [ContainerRegistrationKeys.LOGGER]: console,
    },
  })
  const container = createMedusaContainer()
  container.register({
    [ContainerRegistrationKeys.LOGGER]: asValue(console),
    [RUNTIME_MODULE]: asValue(modules[RUNTIME_MODULE]),
  })
  await drainOutbox({
    runtimeService: container.resolve<RuntimeModuleService>(RUNTIME_MODULE),
    container,
    handlers: [
      {
        kind: "test",
        maxAttempts: 3,
        timeoutMs: 600_000,
        send: (_message, { idempotencyKey }) => {
          process.stdout.write(`received ${idempotencyKey}\n`)
          return new Promise(() => undefined)
        },
      },
    ],
  })
}

void main()
