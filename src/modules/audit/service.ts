import { Context } from "@medusajs/framework/types"
import { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"

import { AuditEntry } from "./models/audit-entry"

const BATCH = 500

export type NewAuditEntry = {
  actor_type: string
  actor_id: string
  action: string
  resource_type: string
  resource_id: string
  details: Record<string, unknown>
  /** Natural key of what was done; an entry with a key that is there is not written again. */
  key?: string
}

/**
 * Appends and reads audit entries. The database refuses to change or remove
 * one; see the README for why and for what may go into `details`.
 */
export default class AuditModuleService extends MedusaService({ AuditEntry }) {
  /** Appends entries; answers the id of each, null for one that was there by its key. */
  @InjectManager()
  @InjectTransactionManager()
  async append(
    entries: NewAuditEntry[],
    @MedusaContext() context: Context = {}
  ): Promise<(string | null)[]> {
    const sql = context.transactionManager as SqlEntityManager
    const rows = entries.map((entry) => ({
      ...entry,
      id: generateEntityId(undefined, "audit"),
    }))
    const written = new Set<string>()
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH)
      const returned = await sql.execute<{ id: string }[]>(
        `insert into audit_entry
           (id, actor_type, actor_id, action, resource_type, resource_id, details, key)
         values ${batch.map(() => "(?, ?, ?, ?, ?, ?, ?::jsonb, ?)").join(", ")}
         on conflict (key) where key is not null and deleted_at is null do nothing
         returning id`,
        batch.flatMap((row) => [
          row.id,
          row.actor_type,
          row.actor_id,
          row.action,
          row.resource_type,
          row.resource_id,
          JSON.stringify(row.details),
          row.key ?? null,
        ])
      )
      returned.forEach(({ id }) => written.add(id))
    }
    return rows.map(({ id }) => (written.has(id) ? id : null))
  }
}
