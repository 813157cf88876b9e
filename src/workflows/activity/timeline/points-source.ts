import { z } from "@medusajs/framework/zod"

import type { AdminLoyaltyEntry } from "../../../sdk/types"
import { listLoyaltyEntriesBefore } from "../../loyalty/entries"
import { decodeCursor, encodeCursor } from "../cursor"
import type { PlacedEntry, TimelineSource } from "./source"

const positionSchema = z.object({ at: z.iso.datetime(), id: z.string() })

/** Points earned, lost and given, from the ledger. */
export const pointsSource: TimelineSource = {
  kind: "points",
  async read({ customer_id, after, limit, container }) {
    const position = after ? decodeCursor(after, positionSchema) : null
    const entries = await listLoyaltyEntriesBefore(
      customer_id,
      {
        limit,
        before: position
          ? { created_at: new Date(position.at), id: position.id }
          : undefined,
      },
      container
    )
    return entries.map(placed)
  },
}

function placed(entry: AdminLoyaltyEntry): PlacedEntry {
  const { id, kind, points, created_at, order, reason } = entry
  return {
    position: encodeCursor({ at: created_at, id }),
    entry: {
      id: `points:${id}`,
      kind: "points",
      name: `points.${kind}`,
      at: created_at,
      reference: order ? { type: "order", id: order.id } : null,
      data: { points, display_id: order?.display_id ?? null, reason },
    },
  }
}
