import type { Page } from "./page"

export type AuditEntry = {
  id: string
  actor_type: string
  actor_id: string
  /** Set when the actor is a dashboard user. */
  actor_name: string | null
  action: string
  resource_type: string
  resource_id: string
  details: Record<string, unknown>
  created_at: string
}
export type ListAuditResponse = Page & { entries: AuditEntry[] }
