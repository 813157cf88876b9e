import { Column, Entity, PrimaryColumn } from "typeorm"

/** How many events of a source were refused on a day (UTC), by reason. */
@Entity({ schema: "activity", name: "dropped_event" })
export class DroppedEvent {
  @PrimaryColumn({ type: "text" })
  source_id!: string

  @PrimaryColumn({ type: "date" })
  day!: string

  @PrimaryColumn({ type: "text" })
  reason!: string

  @Column({ type: "bigint" })
  count!: string
}
