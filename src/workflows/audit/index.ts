export { recordAuditStep, recordAuditStepId } from "./steps/record-audit"
export type { AuditInput } from "./steps/record-audit"
