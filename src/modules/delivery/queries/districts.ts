import { DistrictRule } from "../domain/resolve-district"
import { Sql } from "./types"

/**
 * Changes whenever a district is added, changed or removed. Made of the row
 * versions: times of change could be equal, or be committed in another order.
 */
export async function districtsFingerprint(sql: Sql): Promise<string> {
  const [row] = await sql.execute<{ fingerprint: string }[]>(
    `select coalesce(md5(string_agg(id || ':' || xmin::text, ',' order by id)), '') as fingerprint
       from delivery_district`
  )
  return row.fingerprint
}

/** The districts that take orders. */
export async function districtRules(sql: Sql): Promise<DistrictRule[]> {
  return await sql.execute<DistrictRule[]>(
    `select id, name, priority, aliases, postal_codes, boundary
       from delivery_district
      where is_active and deleted_at is null
      order by priority, name`
  )
}
