import { MedusaService } from "@medusajs/framework/utils"

import { AuditEntry } from "./models/audit-entry"

/**
 * Appends and reads audit entries. The database refuses to change or remove
 * one; see the README for why and for what may go into `details`.
 */
export default class AuditModuleService extends MedusaService({ AuditEntry }) {}
