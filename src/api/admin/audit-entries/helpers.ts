import { RemoteQueryFunction } from "@medusajs/framework/types"

import { AuditEntry } from "../../../sdk/types"

/** An entry as the database has it. */
export type StoredAuditEntry = Omit<AuditEntry, "actor_name" | "created_at"> & {
  created_at: Date | string
}

/**
 * Names of the dashboard users among the actors, by id, in one query. Users
 * that were deleted since have none.
 */
export async function findActorNames(
  query: Pick<RemoteQueryFunction, "graph">,
  entries: Pick<StoredAuditEntry, "actor_type" | "actor_id">[]
): Promise<Map<string, string>> {
  const ids = new Set(
    entries
      .filter(({ actor_type }) => actor_type === "user")
      .map(({ actor_id }) => actor_id)
  )
  if (!ids.size) {
    return new Map()
  }
  const { data } = await query.graph({
    entity: "user",
    fields: ["id", "first_name", "last_name", "email"],
    filters: { id: [...ids] },
  })
  return new Map(data.map((user) => [user.id, nameOf(user)]))
}

/** First and last name, else the e-mail address. */
export function nameOf(user: {
  first_name?: string | null
  last_name?: string | null
  email: string
}): string {
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ")
  return name || user.email
}

export function toAuditEntry(
  { created_at, ...entry }: StoredAuditEntry,
  names: Map<string, string>
): AuditEntry {
  return {
    id: entry.id,
    actor_type: entry.actor_type,
    actor_id: entry.actor_id,
    actor_name: names.get(entry.actor_id) ?? null,
    action: entry.action,
    resource_type: entry.resource_type,
    resource_id: entry.resource_id,
    details: entry.details,
    created_at: new Date(created_at).toISOString(),
  }
}
