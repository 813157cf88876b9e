import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * What a customer agreed to or refused, append-only: the newest entry of a
 * purpose and channel is what holds, the older ones are the proof.
 */
@Entity({ schema: "activity", name: "consent_entry" })
export class ConsentEntry {
  /** From a sequence: the order in which they were said. */
  @PrimaryColumn({ type: "bigint" })
  id!: string

  @Column({ type: "text" })
  customer_id!: string

  /** `analytics`, `personalization`, `profiling` or `marketing`. */
  @Column({ type: "text" })
  purpose!: string

  /** Of marketing the way it comes by; null when all of them are meant. */
  @Column({ type: "text", nullable: true })
  channel!: string | null

  /** `granted` or `denied`. */
  @Column({ type: "text" })
  state!: string

  /** Version of the text that the customer saw. */
  @Column({ type: "text", nullable: true })
  text_version!: string | null

  @Column({ type: "timestamptz" })
  created_at!: Date
}
