import path from "node:path"

import {
  removePostgres,
  SetupError,
  startPostgres,
} from "../../scripts/postgres"
import { type AppKind, makeApp } from "../lib/app"
import type { Benchmark } from "../lib/benchmark"
import { shopSettings } from "../lib/environment"
import { postgresVersion } from "../lib/postgres-version"
import { serveApp } from "../lib/serve"
import { makeWorkplace } from "../lib/workplace"
import { comparePhase, comparisonTable } from "./compare"
import { countStatements } from "./count-statements"
import { startLoadGenerator } from "./load-generator"
import { PHASES } from "./phases"
import { measureRounds, type RoundPlan } from "./rounds"
import { makeShops } from "./shop"
import type { Side } from "./side"
import { statementTable } from "./statement-table"

/** About 20 minutes on 2 cores. */
const FULL: RoundPlan = { rounds: 7, carts: 120, reads: 600, connections: 8 }
const QUICK: RoundPlan = { rounds: 2, carts: 16, reads: 40, connections: 8 }

/** What the plugin costs a shop that does not use it for an order. */
export const overhead: Benchmark = {
  name: "overhead",
  summary: "stock Medusa against Medusa with the plugin, interleaved",

  async run(context) {
    const { root, options, teardown, say } = context
    const base = options.quick ? QUICK : FULL
    const plan = {
      ...base,
      rounds: options.rounds ?? base.rounds,
      carts: options.requests ?? base.carts,
    }
    const folder = await makeWorkplace(context)
    say("compiling both apps")
    const apps = {
      stock: await makeApp(root, path.join(folder, "stock"), "stock"),
      plugin: await makeApp(root, path.join(folder, "plugin"), "plugin"),
    }
    say("making one shop and a copy for each side")
    const dataDir = path.join(folder, "postgres")
    teardown.add(() => removePostgres(dataDir))
    const server = await startPostgres({
      dataDir,
      user: "bench",
      password: "bench",
    })
    teardown.add(() => server.stop())
    const shop = await makeShops(server, apps, folder)

    const load = startLoadGenerator(root)
    teardown.add(() => load.stop())
    const settings = shopSettings(process.env)
    const open = async (kind: AppKind): Promise<Side> => {
      const url = server.url(kind)
      const { app } = await serveApp(context, apps[kind], url, settings)
      return { kind, url: app.url, pid: app.pid, shop, load }
    }
    say("starting both shops")
    const sides = { stock: await open("stock"), plugin: await open("plugin") }
    await assertDifferent(sides)

    say("counting statements")
    const statements = await countStatements(server, sides)
    const rounds = await measureRounds(server, sides, plan, say)
    const phases = PHASES.map((phase) => comparePhase(phase, rounds))
    return {
      text: [
        `${plan.rounds} rounds of ${plan.reads} reads and ${plan.carts} checkouts per side over ${plan.connections} connections, median of the rounds; ratio: plugin to stock`,
        comparisonTable(phases),
        statementTable(statements),
      ].join("\n\n"),
      data: { plan, phases, statements, rounds },
      postgres: await postgresVersion(server.url("postgres")),
    }
  },
}

/** Two stock shops would be equally fast: only one may have our route. */
async function assertDifferent(sides: Record<AppKind, Side>): Promise<void> {
  const statusOf = async ({ url }: Side) =>
    (await fetch(`${url}/health/ready`)).status
  const stock = await statusOf(sides.stock)
  const plugin = await statusOf(sides.plugin)
  if (stock !== 404 || plugin !== 200) {
    throw new SetupError(
      `/health/ready answered ${stock} without the plugin and ${plugin} with it: it has to be 404 and 200.`
    )
  }
}
