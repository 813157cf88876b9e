import type { ActivityOverview } from "../../../../sdk/types"
import { DataNotes } from "./data-notes"
import { RankingSection } from "./ranking-section"

/** Which pages, sources, products and searches there were, most frequent first. */
export function Rankings({ overview }: { overview: ActivityOverview }) {
  const products = {
    total: overview.products.total,
    top: overview.products.top.map(({ value, count, title }) => ({
      value,
      count,
      // Of a product that is gone the id is all that is known.
      ...(title === null ? {} : { label: title, href: `/products/${value}` }),
    })),
  }
  return (
    <>
      {/* Two columns that fill up by themselves: lists are of any length. */}
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3">
          <RankingSection
            name="pages"
            tabs={[
              { name: "all", ranking: overview.pages },
              { name: "entry", ranking: overview.entry_pages },
              { name: "exit", ranking: overview.exit_pages },
            ]}
          />
          <RankingSection
            name="products"
            tabs={[{ name: "products", ranking: products }]}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <RankingSection
            name="sources"
            tabs={[
              { name: "sources", ranking: overview.sources },
              { name: "campaigns", ranking: overview.campaigns },
              { name: "referrers", ranking: overview.referrers },
            ]}
          />
          <RankingSection
            name="searches"
            tabs={[{ name: "searches", ranking: overview.searches }]}
          />
          <RankingSection
            name="devices"
            tabs={[{ name: "devices", ranking: overview.devices }]}
          />
          <RankingSection
            name="events"
            tabs={[
              { name: "events", ranking: overview.events },
              { name: "bots", ranking: overview.bots },
            ]}
          />
        </div>
      </div>
      <DataNotes totals={overview.totals} />
    </>
  )
}
