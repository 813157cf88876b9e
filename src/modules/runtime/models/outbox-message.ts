import { model } from "@medusajs/framework/utils"

/**
 * One intended effect on somebody else's system, stored before it is sent.
 *
 * `next_attempt_at` is when the message is due: for a waiting message its next
 * try, for one that is being sent the end of the sender's lease. So a sender
 * that died leaves a message that falls due again by itself, and one partial
 * index serves both.
 */
export const OutboxMessage = model
  .define("outbox_message", {
    id: model.id({ prefix: "outbox" }).primaryKey(),
    kind: model.text(),
    /** Idempotency key, unique per kind and for ever. */
    key: model.text(),
    payload: model.json(),
    status: model
      .enum(["pending", "sending", "sent", "failed"])
      .default("pending"),
    /** Claims so far, so that a message that kills its sender counts too. */
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime(),
    locked_until: model.dateTime().nullable(),
    /** Names the claim: an answer that comes after the lease ended is refused. */
    lease_id: model.text().nullable(),
    last_error: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
    /** What the handler answered, for example the id at the other side. */
    result: model.json().nullable(),
  })
  .indexes([
    {
      name: "IDX_outbox_message_kind_key_unique",
      on: ["kind", "key"],
      unique: true,
      where: null,
    },
    {
      name: "IDX_outbox_message_due",
      on: ["next_attempt_at"],
      where: "status IN ('pending', 'sending') AND deleted_at IS NULL",
    },
    {
      name: "IDX_outbox_message_sent_at",
      on: ["sent_at"],
      where: "status = 'sent' AND deleted_at IS NULL",
    },
    { name: "IDX_outbox_message_status", on: ["status", "id"] },
  ])
