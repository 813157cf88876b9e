import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * How often something happened on a day, without saying to whom: what remains
 * when events and visits are gone. Kinds and their values are in
 * `domain/facts/kinds.ts`.
 */
@Entity({ schema: "activity", name: "daily_fact" })
export class DailyFact {
  /** In the shop's zone. */
  @PrimaryColumn({ type: "date" })
  day!: string

  @PrimaryColumn({ type: "text" })
  source_id!: string

  @PrimaryColumn({ type: "text" })
  kind!: string

  @PrimaryColumn({ type: "text" })
  value!: string

  @Column({ type: "bigint" })
  events!: string
}
