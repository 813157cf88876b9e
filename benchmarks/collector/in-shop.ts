import { withClient } from "../../scripts/postgres"
import { absolute, type Figure, relative } from "../lib/figure"
import type { CollectorPlan } from "./plan"
import { RAW_TABLES } from "./raw-insert"
import type { Setting } from "./setting"
import { BATCH, measureThroughput } from "./throughput"

/** The collector as a part of the shop, beside Medusa's own health check. */
export async function measureInShop(
  setting: Setting,
  plan: CollectorPlan
): Promise<Figure[]> {
  const { served, shop } = setting
  await withClient(served.databaseUrl, (client) => client.query(RAW_TABLES))
  const { health, single, batch, raw, keyed } = await measureThroughput(
    setting,
    {
      port: served.port,
      prefix: "/collect",
      writeKey: shop.publishable_key,
    },
    plan,
    served.databaseUrl
  )
  return [
    relative(
      "single events/s",
      single.perSecond,
      { label: "/health", value: health.perSecond },
      { atLeast: 0.55 },
      single.rounds
    ),
    absolute(
      `events/s in batches of ${BATCH}`,
      batch.perSecond,
      { atLeast: 12_000 },
      batch.rounds
    ),
    relative(
      "the same",
      batch.perSecond,
      { label: "raw unnest", value: raw.perSecond },
      { atLeast: 0.3 }
    ),
    relative("the same", batch.perSecond, {
      label: "raw unnest with keys",
      value: keyed.perSecond,
    }),
  ]
}
