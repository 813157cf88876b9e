import { Sql } from "./sql"

/** A count of a day; the first four make it unique and give its order. */
export type FactRow = {
  day: string
  source_id: string
  kind: string
  value: string
  /** A bigint, as text. */
  events: string
}

export type FactFilter = {
  /** Days, `YYYY-MM-DD`: `from` inclusive, `to` exclusive. */
  from?: string
  to?: string
  kind?: string
  /** Null for all of them. */
  source_ids: readonly string[] | null
}

/** A page of counts by day, in the order of their key. */
export async function readReaderFacts(
  sql: Sql,
  { from, to, kind, source_ids }: FactFilter,
  { limit, after }: { limit: number; after?: Omit<FactRow, "events"> }
): Promise<FactRow[]> {
  return sql.query<FactRow[]>(
    `select day::text as day, source_id, kind, value, events::text as events
       from activity.daily_fact
      where ($1::date is null or daily_fact.day >= $1)
        and ($2::date is null or daily_fact.day < $2)
        and ($3::text is null or kind = $3)
        and ($4::text[] is null or source_id = any($4))
        and ($5::date is null
          or (daily_fact.day, source_id, kind, value)
             > ($5::date, $6::text, $7::text, $8::text))
      order by daily_fact.day, source_id, kind, value
      limit $9`,
    [
      from ?? null,
      to ?? null,
      kind ?? null,
      source_ids,
      after?.day ?? null,
      after?.source_id ?? null,
      after?.kind ?? null,
      after?.value ?? null,
      limit,
    ]
  )
}
