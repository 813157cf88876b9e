import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { EntryCursor } from "../../modules/loyalty_points/queries/entries"
import { EntryRow } from "../../modules/loyalty_points/queries/types"
import type { AdminLoyaltyEntry, LoyaltyEntry } from "../../sdk/types"
import { loyaltyService } from "./module"

/** A line of the ledger as a customer sees it. */
export function toLoyaltyEntry(row: EntryRow): LoyaltyEntry {
  return {
    id: row.id,
    kind: row.kind,
    points: row.points,
    reference: { type: row.reference_type, id: row.reference_id },
    available_at: row.available_at?.toISOString() ?? null,
    expires_at: row.expires_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  }
}

/** A page of a customer's ledger, newest first. */
export async function pageLoyaltyEntries(
  customerId: string,
  page: { limit: number; offset: number },
  container: MedusaContainer
): Promise<{ entries: LoyaltyEntry[]; count: number }> {
  const { rows, count } = await loyaltyService(container).pageEntries(
    customerId,
    page
  )
  return { entries: rows.map(toLoyaltyEntry), count }
}

/** The same for the dashboard: with order numbers and reasons. */
export async function pageAdminLoyaltyEntries(
  customerId: string,
  page: { limit: number; offset: number },
  container: MedusaContainer
): Promise<{ entries: AdminLoyaltyEntry[]; count: number }> {
  const { rows, count } = await loyaltyService(container).pageEntries(
    customerId,
    page
  )
  return { entries: await describe(rows, container), count }
}

/**
 * A customer's entries before a point in time, newest first: what a timeline
 * merges with other things that happened.
 *
 * @param page.before - the last entry seen; left out, it begins with the newest
 */
export async function listLoyaltyEntriesBefore(
  customerId: string,
  page: { before?: EntryCursor; limit: number },
  container: MedusaContainer
): Promise<AdminLoyaltyEntry[]> {
  const rows = await loyaltyService(container).listEntriesBefore(
    customerId,
    page
  )
  return await describe(rows, container)
}

async function describe(
  rows: EntryRow[],
  container: MedusaContainer
): Promise<AdminLoyaltyEntry[]> {
  const [orders, reasons] = await Promise.all([
    orderNumbers(
      rows.flatMap(({ order_id }) => order_id ?? []),
      container
    ),
    adjustmentReasons(
      rows.flatMap(({ reference_type, reference_id }) =>
        reference_type === "adjustment" ? [reference_id] : []
      ),
      container
    ),
  ])
  return rows.map((row) => {
    const display_id = orders.get(row.order_id ?? "")
    return {
      ...toLoyaltyEntry(row),
      order:
        row.order_id && display_id !== undefined
          ? { id: row.order_id, display_id }
          : null,
      reason: reasons.get(row.reference_id) ?? null,
    }
  })
}

const orderSchema = z.object({ id: z.string(), display_id: z.number() })

async function orderNumbers(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, number>> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "display_id"],
    filters: { id: [...new Set(ids)] },
  })
  return new Map(
    z
      .array(orderSchema)
      .parse(data)
      .map(({ id, display_id }) => [id, display_id])
  )
}

async function adjustmentReasons(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  if (!ids.length) {
    return new Map()
  }
  const adjustments = await loyaltyService(container).listLoyaltyAdjustments(
    { id: ids },
    { select: ["id", "reason"], take: ids.length }
  )
  return new Map(adjustments.map(({ id, reason }) => [id, reason]))
}
