import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import type { CatalogueCounts } from "../../modules/pos/queries/products"
import type { PosConnectionRecord } from "../../modules/pos/parts/vendor"
import type { AdminPosConnection, PosIdentity } from "../../sdk/types"
import { posService } from "./module"

const NO_PRODUCTS: CatalogueCounts = {
  products: 0,
  mapped: 0,
  ambiguous: 0,
  missing: 0,
}

/** A page of connections as the dashboard reads them, by name. */
export async function listConnections(
  filter: { q?: string; id?: string },
  page: { limit: number; offset: number },
  container: MedusaContainer
): Promise<{ connections: AdminPosConnection[]; count: number }> {
  const pos = posService(container)
  const [rows, count] = await pos.listAndCountPosConnections(filter, {
    take: page.limit,
    skip: page.offset,
    order: { name: "ASC", id: "ASC" },
  })
  const counts = await pos.countProducts(rows.map(({ id }) => id))
  const connections: AdminPosConnection[] = []
  for (const row of rows) {
    connections.push(
      toAdminConnection(row, {
        settings: await pos.readSettings(row.adapter, row.settings),
        catalogue: counts.get(row.id) ?? NO_PRODUCTS,
      })
    )
  }
  return { connections, count }
}

/** @throws MedusaError NOT_FOUND */
export async function retrieveConnection(
  id: string,
  container: MedusaContainer
): Promise<AdminPosConnection> {
  const { connections } = await listConnections(
    { id },
    { limit: 1, offset: 0 },
    container
  )
  if (!connections[0]) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no POS connection ${id}`
    )
  }
  return connections[0]
}

const lastFourSchema = z.record(z.string(), z.string())
const identitySchema = z
  .object({
    location_id: z.string(),
    location_name: z.string(),
    state: z.string().nullable(),
    license: z.string().nullable(),
  })
  .nullable()

/** Names every field that goes out: the credentials are not among them. */
function toAdminConnection(
  row: PosConnectionRecord,
  facts: Pick<AdminPosConnection, "settings" | "catalogue">
): AdminPosConnection {
  const identity: PosIdentity | null = identitySchema.parse(row.identity)
  return {
    id: row.id,
    adapter: row.adapter,
    name: row.name,
    base_url: row.base_url,
    credentials_last_four: lastFourSchema.parse(row.credentials_last_four),
    stock_location_id: row.stock_location_id,
    sales_channel_id: row.sales_channel_id,
    ...facts,
    is_paused: row.is_paused,
    health: row.health,
    last_error: row.last_error,
    last_error_at: instant(row.last_error_at),
    last_ok_at: instant(row.last_ok_at),
    identity,
    catalogue_synced_at: instant(row.catalogue_synced_at),
    orders_polled_at: instant(row.orders_polled_at),
    created_at: new Date(row.created_at).toISOString(),
    updated_at: new Date(row.updated_at).toISOString(),
  }
}

const instant = (value: Date | string | null): string | null =>
  value === null ? null : new Date(value).toISOString()
