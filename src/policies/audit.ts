import { definePolicies, PolicyOperation } from "@medusajs/framework/utils"

/** Resource that guards the audit log. Nobody may write it by hand. */
export const AUDIT_RESOURCE = "audit_entry"

export const auditPolicies = definePolicies([
  {
    name: "ReadAuditEntry",
    resource: AUDIT_RESOURCE,
    operation: PolicyOperation.read,
    description: "Read who did what",
  },
])
