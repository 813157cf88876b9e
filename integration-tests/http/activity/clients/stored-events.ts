/** A row of the store, as far as it comes from the client. */
export type StoredEvent = {
  message_id: string
  type: string
  name: string | null
  anonymous_id: string | null
  user_id: string | null
  occurred_at: Date
  properties: Record<string, unknown>
  context: Record<string, unknown>
}

/** The part of the runner's connection that is used here. */
export type Database = {
  raw(sql: string): Promise<{ rows: StoredEvent[] }>
}

/** All events, in the order in which they came. */
export async function storedEvents(database: Database): Promise<StoredEvent[]> {
  const { rows } = await database.raw(
    `select message_id, type, name, anonymous_id, user_id, occurred_at,
            properties, context
       from activity.event order by id`
  )
  return rows
}
