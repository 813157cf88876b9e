import { readFile } from "node:fs/promises"
import path from "node:path"

import {
  createDatabase,
  removePostgres,
  startPostgres,
} from "../../scripts/postgres"
import { completeSecrets } from "../../scripts/start/secrets"
import { makeApp } from "../lib/app"
import type { Benchmark } from "../lib/benchmark"
import { runNode } from "../lib/command"
import { neutralEnvironment } from "../lib/environment"
import { absolute, type Figure, figureTable, relative } from "../lib/figure"
import { postgresVersion } from "../lib/postgres-version"
import { migrateShop } from "../lib/shop"
import { median } from "../lib/stats"
import { makeWorkplace } from "../lib/workplace"
import { type DistrictsPlan, type DistrictsResult, planOf } from "./plan"

const TARGET_MS = { atMost: 1 }

/** How long it takes to find the district of a place. */
export const districts: Benchmark = {
  name: "districts",
  summary: "the district of a place among 1,000 with 200 corners each",

  async run(context) {
    const { root, options, say, teardown } = context
    const plan = planOf(options)
    const folder = await makeWorkplace(context)
    say("compiling the app")
    const app = await makeApp(root, path.join(folder, "plugin"), "plugin")
    say("making the tables")
    const dataDir = path.join(folder, "postgres")
    teardown.add(() => removePostgres(dataDir))
    const server = await startPostgres({
      dataDir,
      user: "bench",
      password: "bench",
    })
    teardown.add(() => server.stop())
    const databaseUrl = await createDatabase(server, "districts")
    await migrateShop(app, databaseUrl)
    say("looking places up")
    const file = path.join(folder, "districts.json")
    await runNode({
      title: "Looking places up",
      args: [
        app.medusa,
        ...["exec", path.join(__dirname, "measure.ts")],
        ...[file, JSON.stringify(plan)],
      ],
      cwd: app.source,
      env: {
        ...neutralEnvironment(process.env),
        NODE_ENV: "development",
        DATABASE_URL: databaseUrl,
        ...completeSecrets({}),
      },
    })
    const result = JSON.parse(await readFile(file, "utf8")) as DistrictsResult
    const figures = figuresOf(plan, result)
    return {
      text: [
        `${plan.rounds} rounds of ${plan.lookups} places, one after the other, median of the rounds`,
        figureTable("Milliseconds to the district", figures),
        `${result.agreeing.equal} of ${result.agreeing.compared} answers are those of a plain scan, ${result.agreeing.inside} of them a district`,
      ].join("\n\n"),
      data: { plan, figures, result },
      postgres: await postgresVersion(server.url("postgres")),
    }
  },
}

function figuresOf(plan: DistrictsPlan, result: DistrictsResult): Figure[] {
  const ofRounds = (
    pick: (round: DistrictsResult["rounds"][number]) => number
  ) => result.rounds.map(pick)
  const p99 = ofRounds((round) => round.p99)
  const size = `${plan.districts} polygons of ${plan.corners} corners`
  return [
    absolute(`${size}, p99`, median(p99), TARGET_MS, p99),
    relative(`${size}, p50`, median(ofRounds((round) => round.p50)), {
      label: "plain scan, p50",
      value: result.plainScan.p50,
    }),
    relative(`${size}, p99`, median(p99), {
      label: "plain scan, p99",
      value: result.plainScan.p99,
    }),
    relative(`${size}, p99`, median(p99), {
      label: "asking the table each time, p99",
      value: result.asking.p99,
    }),
    relative(`${size}, p99`, median(p99), {
      label: "select 1, p99",
      value: result.select1.p99,
    }),
    absolute(
      "slowest, the districts being asked for",
      median(ofRounds((round) => round.max))
    ),
    absolute("by postal code, p99", result.byCode.p99, TARGET_MS),
    absolute("by name, p99", result.byName.p99, TARGET_MS),
  ]
}
