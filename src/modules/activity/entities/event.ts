import { Column, Entity, PrimaryColumn } from "typeorm"

import type { EventType } from "../domain/new-event"

/**
 * One event as it was collected. Append-only: a visitor who is recognised later
 * is joined when reading, rows are never rewritten. Partitioned by month of
 * `received_at`, which only ever grows.
 */
@Entity({ schema: "activity", name: "event" })
export class ActivityEvent {
  /** From a sequence: order of arrival, and what makes paging exact. */
  @PrimaryColumn({ type: "bigint" })
  id!: string

  @PrimaryColumn({ type: "timestamptz" })
  received_at!: Date

  @Column({ type: "timestamptz" })
  occurred_at!: Date

  @Column({ type: "text" })
  source_id!: string

  @Column({ type: "text" })
  message_id!: string

  @Column({ type: "text" })
  type!: EventType

  @Column({ type: "text", nullable: true })
  name!: string | null

  @Column({ type: "text", nullable: true })
  anonymous_id!: string | null

  /** Who the client said the visitor is. */
  @Column({ type: "text", nullable: true })
  user_id!: string | null

  /** Whom the visitor was known to be when the event arrived. */
  @Column({ type: "text", nullable: true })
  customer_id!: string | null

  /** Sent by a machine that says so, by its user agent. */
  @Column({ type: "boolean", default: false })
  is_bot!: boolean

  @Column({ type: "jsonb" })
  properties!: Record<string, unknown>

  @Column({ type: "jsonb" })
  context!: Record<string, unknown>
}
