export { drainOutbox } from "./drain"
export type { DrainInput, DrainResult, OutboxStore } from "./drain"
export type {
  ClaimedMessage,
  OutboxContext,
  OutboxData,
  OutboxHandler,
  OutboxOutcome,
  OutboxStatus,
} from "./types"
export { UndeliverableError } from "./undeliverable-error"
