import { generateEntityId } from "@medusajs/framework/utils"

import { CatalogueProduct } from "../domain/catalogue"
import { CatalogueEntry } from "../domain/lines"
import { placeholders, Sql } from "./types"

/** Rows of one statement; a catalogue may have 50,000. */
const CHUNK = 5_000

/** What a sync knows about a product before it is written. */
export type SyncedProduct = CatalogueProduct & {
  variant_id: string | null
  mapping: CatalogueEntry["mapping"]
}

/** Writes the products of one catalogue answer. */
export async function upsertProducts(
  sql: Sql,
  connectionId: string,
  products: readonly SyncedProduct[],
  seenAt: Date
): Promise<void> {
  for (let start = 0; start < products.length; start += CHUNK) {
    const rows = products.slice(start, start + CHUNK).map((product) => ({
      id: generateEntityId(undefined, "posprod"),
      ...product,
    }))
    await sql.execute(
      `insert into pos_product
         (id, connection_id, external_id, sku, name, variant_id, mapping,
          seen_at, created_at, updated_at)
       select p.id, ?, p.external_id, p.sku, p.name, p.variant_id, p.mapping,
              ?, ?, ?
         from jsonb_to_recordset(?::jsonb) as p (id text, external_id text,
           sku text, name text, variant_id text, mapping text)
       on conflict (connection_id, external_id) where deleted_at is null
       do update set sku = excluded.sku, name = excluded.name,
         variant_id = excluded.variant_id, mapping = excluded.mapping,
         seen_at = excluded.seen_at, missing_since = null,
         updated_at = excluded.updated_at`,
      [connectionId, seenAt, seenAt, seenAt, JSON.stringify(rows)]
    )
  }
}

/** Marks what the answer of `seenAt` no longer lists; returns how many that were. */
export async function markMissing(
  sql: Sql,
  connectionId: string,
  seenAt: Date
): Promise<number> {
  const rows = await sql.execute<{ id: string }[]>(
    `update pos_product set missing_since = ?, updated_at = ?
      where connection_id = ? and seen_at < ? and missing_since is null
        and deleted_at is null
      returning id`,
    [seenAt, seenAt, connectionId, seenAt]
  )
  return rows.length
}

export type CatalogueCounts = {
  products: number
  mapped: number
  ambiguous: number
  missing: number
}

/** How each catalogue stands. */
export async function countProducts(
  sql: Sql,
  connectionIds: readonly string[]
): Promise<Map<string, CatalogueCounts>> {
  if (!connectionIds.length) {
    return new Map()
  }
  const rows = await sql.execute<
    (CatalogueCounts & { connection_id: string })[]
  >(
    `select connection_id, count(*)::int as products,
            (count(*) filter (where variant_id is not null))::int as mapped,
            (count(*) filter (where mapping = 'ambiguous'))::int as ambiguous,
            (count(*) filter (where missing_since is not null))::int as missing
       from pos_product
      where connection_id in (${placeholders(connectionIds)})
        and deleted_at is null
      group by connection_id`,
    [...connectionIds]
  )
  return new Map(
    rows.map(({ connection_id, ...counts }) => [connection_id, counts])
  )
}

/** The products that bear one of the variants or SKUs. */
export async function findProducts(
  sql: Sql,
  connectionId: string,
  wanted: { variant_ids: readonly string[]; skus: readonly string[] }
): Promise<CatalogueEntry[]> {
  const columns = "external_id, sku, variant_id, mapping"
  const by = (column: string, values: readonly string[]) =>
    values.length
      ? sql.execute<CatalogueEntry[]>(
          `select ${columns} from pos_product
            where connection_id = ? and ${column} in (${placeholders(values)})
              and deleted_at is null`,
          [connectionId, ...values]
        )
      : []
  return [
    ...(await by("variant_id", wanted.variant_ids)),
    ...(await by("sku", wanted.skus)),
  ]
}
