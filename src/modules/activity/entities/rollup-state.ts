import { Column, Entity, PrimaryColumn } from "typeorm"

/** How far the roll-up has come: written with what it counted, or not at all. */
@Entity({ schema: "activity", name: "rollup_state" })
export class RollupState {
  @PrimaryColumn({ type: "text" })
  name!: string

  /** Place of the event counted last, or an instant before which all are. */
  @Column({ type: "timestamptz", nullable: true })
  received_at!: Date | null

  @Column({ type: "bigint", nullable: true })
  event_id!: string | null

  /** Span of time that holds about a chunk of events, in ms. */
  @Column({ type: "int" })
  step_ms!: number

  /** Days before it are not counted again: their events may be gone. */
  @Column({ type: "date", nullable: true })
  from_day!: string | null

  @Column({ type: "timestamptz" })
  updated_at!: Date
}
