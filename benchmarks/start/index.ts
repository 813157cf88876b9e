import { rm } from "node:fs/promises"
import path from "node:path"

import { freePort, removePostgres } from "../../scripts/postgres"
import { pathsOf } from "../../scripts/start/paths"
import type { Benchmark, BenchmarkContext } from "../lib/benchmark"
import { neutralEnvironment } from "../lib/environment"
import { makeWorkplace } from "../lib/workplace"
import { npmCommand, timeCommand } from "./npm"
import { runNpmStart, type StartRun } from "./npm-start"
import { makeStockApp, timeStockStart } from "./stock-start"
import { startFigures, startTable, type StartTimes } from "./summary"

const SECOND_STARTS = 3

/** How long a newcomer waits, and how long an owner after a restart. */
export const start: Benchmark = {
  name: "start",
  summary: "from a clone to a serving shop, and the start after that",

  async run(context) {
    const { options, say } = context
    const folder = await makeWorkplace(context)
    const install = await timeInstall(context, path.join(folder, "install"))

    const clone = path.join(folder, "clone")
    const cloned = await timeClone(context, clone)
    context.teardown.add(() => removePostgres(pathsOf(clone).postgres))
    const port = await freePort()
    const env = neutralEnvironment(process.env)
    const npmStart = () => runNpmStart(context, clone, port, env)
    const first = await npmStart()
    say(`first start, ${first.seconds.toFixed(1)} s`)

    const app = await makeStockApp(clone, path.join(folder, "stock"))
    const second: StartRun[] = []
    const stock: number[] = []
    let postgres = ""
    const starts = options.rounds ?? (options.quick ? 1 : SECOND_STARTS)
    for (let round = 1; round <= starts; round++) {
      const run = await npmStart()
      const baseline = await timeStockStart(context, clone, app)
      say(
        `second start ${round} of ${starts}, ${run.seconds.toFixed(1)} s; stock medusa start, ${baseline.seconds.toFixed(1)} s`
      )
      second.push(run)
      stock.push(baseline.seconds)
      postgres = baseline.postgres
    }
    const times: StartTimes = { clone: cloned, first, second, install, stock }
    return {
      text: startTable(times),
      data: { figures: startFigures(times), times },
      postgres,
    }
  },
}

/** The state that is committed: what a newcomer gets. */
async function timeClone(
  { root }: BenchmarkContext,
  folder: string
): Promise<number> {
  // Without hard links: a newcomer's disk has to write the files.
  return timeCommand(
    "git",
    ["clone", "--quiet", "--no-hardlinks", root, folder],
    { cwd: root, env: process.env }
  )
}

/**
 * `npm ci` alone. A first one fills npm's cache, unless the run is a quick one.
 */
async function timeInstall(
  context: BenchmarkContext,
  folder: string
): Promise<number> {
  const { options, say } = context
  await timeClone(context, folder)
  const env = neutralEnvironment(process.env)
  const [npm, prefix] = npmCommand(process.env)
  const args = [...prefix, "ci", "--include=dev", "--no-audit", "--no-fund"]
  const install = () => timeCommand(npm, args, { cwd: folder, env })
  if (!options.quick) {
    say(`npm ci to fill the cache, ${(await install()).toFixed(1)} s`)
    await rm(path.join(folder, "node_modules"), { recursive: true })
  }
  const seconds = await install()
  say(`npm ci alone, ${seconds.toFixed(1)} s`)
  await rm(folder, { recursive: true })
  return seconds
}
