import { MedusaContainer } from "@medusajs/framework/types"

import type { GroupingRow } from "../../modules/delivery/queries/groupings"
import type { AdminGrouping, AdminGroupingDetail } from "../../sdk/types"
import { deliveryService } from "./module"
import { namesOfOrders } from "./order-names"

/** A proposal in a list. */
export function toAdminGrouping(grouping: GroupingRow): AdminGrouping {
  const count = (state: string) =>
    grouping.moves.filter((move) => move.state === state).length
  return {
    id: grouping.id,
    status: grouping.status,
    from: grouping.starts_on,
    to: grouping.ends_on,
    metres_before: grouping.metres_before,
    metres_after: grouping.metres_after,
    saved_metres: savedMetres(grouping),
    moves_count: grouping.moves.length,
    moved_count: count("moved"),
    refused_count: count("refused"),
    waiting_count: count("waiting"),
    decided_at: grouping.decided_at?.toISOString() ?? null,
    created_at: grouping.created_at.toISOString(),
  }
}

/** Each move is measured after those before it, so that of some of them this is an estimate. */
const savedMetres = ({
  status,
  moves,
  metres_before,
  metres_after,
}: GroupingRow): number =>
  status === "accepted"
    ? moves
        .filter(({ state }) => state === "moved" || state === "waiting")
        .reduce((sum, { saved_metres }) => sum + saved_metres, 0)
    : metres_before - metres_after

/**
 * A proposal with its moves, their orders read in one query.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function retrieveGroupingDetail(
  id: string,
  container: MedusaContainer
): Promise<AdminGroupingDetail> {
  const grouping = await deliveryService(container).retrieveGrouping(id)
  const names = await namesOfOrders(
    grouping.moves.map(({ order_id }) => order_id),
    container
  )
  return {
    ...toAdminGrouping(grouping),
    moves: grouping.moves.map(({ order_id, ...move }) => ({
      ...move,
      order: { id: order_id, ...(names.get(order_id) ?? UNKNOWN) },
    })),
  }
}

const UNKNOWN = { display_id: null, customer_name: null }
