import type { AdminOutboxMessage, OutboxStatus } from "../../../../sdk/types"

export const OUTBOX_FIELDS: string[] = [
  "id",
  "kind",
  "key",
  "status",
  "attempts",
  "next_attempt_at",
  "last_error",
  "sent_at",
  "created_at",
]

export function toOutboxMessage(message: {
  id: string
  kind: string
  key: string
  status: OutboxStatus
  attempts: number
  next_attempt_at: Date
  last_error: string | null
  sent_at: Date | null
  created_at: Date
}): AdminOutboxMessage {
  const waits = message.status === "pending" || message.status === "sending"
  return {
    id: message.id,
    kind: message.kind,
    key: message.key,
    status: message.status,
    attempts: message.attempts,
    next_attempt_at: waits ? message.next_attempt_at.toISOString() : null,
    last_error: message.last_error,
    sent_at: message.sent_at?.toISOString() ?? null,
    created_at: message.created_at.toISOString(),
  }
}
