/** Always these: an entry is small and none of it is optional. */
export const auditEntryFields = [
  "id",
  "actor_type",
  "actor_id",
  "action",
  "resource_type",
  "resource_id",
  "details",
  "created_at",
]

export const listAuditEntriesQueryConfig = {
  defaults: auditEntryFields,
  isList: true,
}
