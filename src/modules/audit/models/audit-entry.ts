import { model } from "@medusajs/framework/utils"

/**
 * Who did what to which thing. Append-only: a trigger of the migration refuses
 * UPDATE and DELETE, so also Medusa's soft delete.
 */
export const AuditEntry = model
  .define("audit_entry", {
    id: model.id({ prefix: "audit" }).primaryKey(),
    /** `user`, `api-key`, `customer` or `system`. */
    actor_type: model.text(),
    actor_id: model.text(),
    /** `<resource>.<past tense>`, for example `delivery.delivered`. */
    action: model.text(),
    resource_type: model.text(),
    resource_id: model.text(),
    details: model.json(),
    /** Natural key of what was done, where a retry could account for it twice. */
    key: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_audit_entry_resource",
      on: ["resource_type", "resource_id", "id"],
    },
    { name: "IDX_audit_entry_actor", on: ["actor_id", "id"] },
    { name: "IDX_audit_entry_action", on: ["action", "id"] },
    {
      name: "IDX_audit_entry_key",
      on: ["key"],
      unique: true,
      where: "key IS NOT NULL",
    },
  ])
