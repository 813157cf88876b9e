import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * From when on a browser's anonymous id is a customer's. On a shared computer
 * one turn follows another; each lasts until the next begins. Kept beside
 * `visitor_identity`, which knows no order: an event that arrives late belongs
 * to whose turn it was when it happened.
 */
@Entity({ schema: "activity", name: "visitor_turn" })
export class VisitorTurn {
  @PrimaryColumn({ type: "text" })
  anonymous_id!: string

  @PrimaryColumn({ type: "timestamptz" })
  started_at!: Date

  /** Null after a log-out: nobody's. */
  @Column({ type: "text", nullable: true })
  customer_id!: string | null
}
