import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * Messages that were stored. A unique key on a partitioned table would have to
 * hold the time, and a message that is sent again arrives at another time: so
 * the keys have a table of their own, written in the same statement.
 */
@Entity({ schema: "activity", name: "event_key" })
export class EventKey {
  @PrimaryColumn({ type: "text" })
  source_id!: string

  @PrimaryColumn({ type: "text" })
  message_id!: string

  @Column({ type: "timestamptz" })
  seen_at!: Date
}
