import { model } from "@medusajs/framework/utils"

/**
 * A Medusa order as one POS connection has it. `push_state` says how far we
 * are with telling the POS, `status` what the POS said since.
 */
export const PosOrder = model
  .define("pos_order", {
    id: model.id({ prefix: "posord" }).primaryKey(),
    connection_id: model.text(),
    order_id: model.text(),
    /** What staff read on the ticket, and what a lost ticket is found by. */
    reference: model.text(),
    /** `skipped`: the POS carries none of its lines; `withdrawn`: canceled before it was sent. */
    push_state: model
      .enum(["waiting", "sent", "skipped", "withdrawn"])
      .default("waiting"),
    /** Lines the POS carries, as decided when the order was registered. */
    lines: model.json(),
    /** Lines that are somebody else's business, each with the reason. */
    skipped_lines: model.json(),
    /** Encrypted body of the submission, kept until it was answered: a replay must be identical. */
    request: model.text().nullable(),
    /** Set before the submission leaves and until it was answered: the ticket may exist. */
    submit_started_at: model.dateTime().nullable(),
    external_customer_id: model.text().nullable(),
    /** The vendor's order id: the ticket. */
    external_id: model.text().nullable(),
    external_transaction_id: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
    status: model
      .enum([
        "received",
        "preparing",
        "arrived",
        "ready",
        "out_for_delivery",
        "completed",
        "cancelled",
        "rejected",
      ])
      .nullable(),
    /** The vendor's own word, whatever it is. */
    external_status: model.text().nullable(),
    /** Set while the vendor's word is one nobody has mapped. */
    is_status_unknown: model.boolean().default(false),
    status_reason: model.text().nullable(),
    status_changed_at: model.dateTime().nullable(),
    polled_at: model.dateTime().nullable(),
    /** Since when the POS does not list it although it should. */
    missing_since: model.dateTime().nullable(),
    /** Reached a terminal status; not polled any more. */
    closed_at: model.dateTime().nullable(),
    /** What became of canceling it at the POS after it was canceled in Medusa. */
    cancel_state: model
      .enum(["none", "requested", "done", "refused"])
      .default("none"),
    /** Why a person has to look, as a code and as a sentence. */
    attention_code: model.text().nullable(),
    attention: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_pos_order_connection_order_unique",
      on: ["connection_id", "order_id"],
      unique: true,
      where: "deleted_at IS NULL",
    },
    {
      name: "IDX_pos_order_connection_external_unique",
      on: ["connection_id", "external_id"],
      unique: true,
      where: "external_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_pos_order_order",
      on: ["order_id"],
      where: "deleted_at IS NULL",
    },
    {
      name: "IDX_pos_order_waiting",
      on: ["id"],
      where: "push_state = 'waiting' AND deleted_at IS NULL",
    },
    {
      name: "IDX_pos_order_open",
      on: ["connection_id", "polled_at"],
      where: "push_state = 'sent' AND closed_at IS NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_pos_order_living",
      on: ["id"],
      where:
        "push_state IN ('waiting', 'sent') AND closed_at IS NULL AND cancel_state = 'none' AND deleted_at IS NULL",
    },
    {
      name: "IDX_pos_order_cancel",
      on: ["id"],
      where: "cancel_state = 'requested' AND deleted_at IS NULL",
    },
  ])
