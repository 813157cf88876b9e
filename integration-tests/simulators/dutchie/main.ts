import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"

import { z } from "@medusajs/framework/zod"

import { type Seed, seedSchema } from "./counter/seed"
import { startDutchieSimulator } from "./simulator"

const DEFAULT_KEY = "dutchie-simulator-key"

const HELP = `node --import tsx integration-tests/simulators/dutchie/main.ts [options]

  --port N       port, 0 for any that is free (default)
  --host H       address to listen at (default 127.0.0.1)
  --state FILE   keeps the store over restarts
  --seed FILE    JSON as POST /__sim/seed takes it, for a store with nothing yet
  --help         this text

CORNERSTORE_DUTCHIE_KEY is a key with every role; without it the key is
${DEFAULT_KEY}. One line of JSON is printed when it listens.`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      host: { type: "string" },
      state: { type: "string" },
      seed: { type: "string" },
      help: { type: "boolean", default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return
  }
  const key = process.env.CORNERSTORE_DUTCHIE_KEY || DEFAULT_KEY
  const seed = values.seed ? readSeed(values.seed) : {}
  const running = await startDutchieSimulator({
    port: z.coerce.number().int().min(0).max(65_535).parse(values.port),
    host: values.host,
    stateFile: values.state,
    seed: { ...seed, keys: [...(seed.keys ?? []), { key }] },
  })
  const stop = () => {
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      }
    )
  }
  process.once("SIGINT", stop)
  process.once("SIGTERM", stop)
  console.log(
    JSON.stringify({ url: running.url, control: `${running.url}/__sim` })
  )
}

function readSeed(file: string): Seed {
  const seed: unknown = JSON.parse(readFileSync(file, "utf8"))
  seedSchema.parse(seed)
  return seed as Seed
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
