import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * How far somebody has come who follows the events: written with what was made
 * of them, or not at all. The row is also the lock: who holds it has the turn.
 */
@Entity({ schema: "activity", name: "rollup_state" })
export class RollupState {
  @PrimaryColumn({ type: "text" })
  name!: string

  /** Place of the event counted last, or an instant before which all are. */
  @Column({ type: "timestamptz", nullable: true })
  received_at!: Date | null

  @Column({ type: "bigint", nullable: true })
  event_id!: string | null

  @Column({ type: "timestamptz" })
  updated_at!: Date
}
