import type { Benchmark } from "../lib/benchmark"
import { postgresVersion } from "../lib/postgres-version"
import { measureCheckout } from "./checkout"
import { figureTable } from "./figure"
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
    say("measuring the collector in the shop")
    const inShop = await measureInShop(setting, plan)
    say("measuring the collector alone")
    const aloneTarget = await startAlone(context, setting)
    const alone = await measureAlone(setting, plan, aloneTarget)
    say("measuring checkout")
    const checkout = await measureCheckout(setting, plan, aloneTarget)
    say("measuring a large store")
    const large = await measureLargeStore(setting, plan, say)
    return {
      text: [
        `${plan.rounds} rounds of ${plan.seconds} s, median; ${plan.connections} connections`,
        figureTable("In the shop", inShop),
        figureTable("In a process of its own", alone),
        figureTable("Checkout", checkout),
        figureTable("A year of events", large),
      ].join("\n\n"),
      data: { plan, figures: { inShop, alone, checkout, large } },
      postgres: await postgresVersion(setting.server.url("postgres")),
    }
  },
}
