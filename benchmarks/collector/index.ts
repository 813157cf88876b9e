import type { Benchmark } from "../lib/benchmark"
import { postgresVersion } from "../lib/postgres-version"
import { measureCheckout } from "./checkout"
import { type Figure, figureTable } from "../lib/figure"
import { measureInShop } from "./in-shop"
import { measureLargeStore } from "./large-store"
import { planOf } from "./plan"
import { makeSetting } from "./setting"
import { measureAlone, startAlone } from "./stand-alone"

/** What the event collector takes, and what it costs the shop beside it. */
export const collector: Benchmark = {
  name: "collector",
  summary: "events per second beside /health and raw Postgres, and checkout",

  async run(context) {
    const { options, say } = context
    const plan = planOf(options)
    const setting = await makeSetting(context)
    const tables: string[] = []
    const measure = async (title: string, figures: Promise<Figure[]>) => {
      const found = await figures
      const text = figureTable(title, found)
      // Told at once as well: what follows takes long and may fail.
      say(`\n${text}\n`)
      tables.push(text)
      return found
    }
    const inShop = await measure("In the shop", measureInShop(setting, plan))
    const aloneTarget = await startAlone(context, setting)
    const alone = await measure(
      "In a process of its own",
      measureAlone(setting, plan, aloneTarget)
    )
    const checkout = await measure(
      "Checkout",
      measureCheckout(setting, plan, aloneTarget)
    )
    const large = await measure(
      "A year of events",
      measureLargeStore(setting, plan, say)
    )
    return {
      text: [
        `${plan.rounds} rounds of ${plan.seconds} s, median; ${plan.connections} connections`,
        ...tables,
      ].join("\n\n"),
      data: { plan, figures: { inShop, alone, checkout, large } },
      postgres: await postgresVersion(setting.server.url("postgres")),
    }
  },
}
