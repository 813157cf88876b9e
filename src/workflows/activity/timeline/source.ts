import { MedusaContainer } from "@medusajs/framework/types"

import type { TimelineEntry, TimelineKind } from "../../../sdk/types"

/** An entry, and where its source goes on after it. */
export type PlacedEntry = {
  entry: TimelineEntry
  /** What the source gets back as `after`; only it knows what it says. */
  position: string
}

/**
 * A context that has something to say about a customer. Each source pages by
 * itself, so that none needs to know the others.
 */
export type TimelineSource = {
  kind: TimelineKind
  /**
   * Entries newest first, those after `after` only.
   *
   * @param input.limit - how many at most; fewer means that there are no more
   */
  read(input: {
    customer_id: string
    after: string | null
    limit: number
    container: MedusaContainer
  }): Promise<PlacedEntry[]>
}
