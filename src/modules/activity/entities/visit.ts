import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * What one visitor did without a pause of half an hour. Partitioned by month of
 * `started_at`. The rule by which events become visits is in `domain/visits`.
 */
@Entity({ schema: "activity", name: "visit" })
export class Visit {
  /** Stays the same when a later event makes the visit longer. */
  @Column({ type: "uuid" })
  id!: string

  @PrimaryColumn({ type: "text" })
  source_id!: string

  @PrimaryColumn({ type: "text" })
  anonymous_id!: string

  @PrimaryColumn({ type: "timestamptz" })
  started_at!: Date

  @Column({ type: "timestamptz" })
  ended_at!: Date

  /** On which it began, in the zone that the shop had then. */
  @Column({ type: "date" })
  day!: string

  /** Pages and screens seen. */
  @Column({ type: "int" })
  pages!: number

  /** Pages, screens and tracked events. */
  @Column({ type: "int" })
  events!: number

  @Column({ type: "text", nullable: true })
  entry_path!: string | null

  @Column({ type: "timestamptz", nullable: true })
  entry_at!: Date | null

  @Column({ type: "text", nullable: true })
  exit_path!: string | null

  @Column({ type: "timestamptz", nullable: true })
  exit_at!: Date | null

  /** Host of the page that led here, when it is not the shop's own. */
  @Column({ type: "text", nullable: true })
  referrer!: string | null

  /** Where the visit came from, for example `google` or `(direct)`. */
  @Column({ type: "text" })
  source!: string

  /** By which way, for example `cpc`, `organic`, `referral` or `(none)`. */
  @Column({ type: "text" })
  medium!: string

  @Column({ type: "text", nullable: true })
  campaign!: string | null

  /** The address said where the visit came from: UTM parameters or a click id. */
  @Column({ type: "boolean" })
  is_tagged!: boolean

  /** Class of the device, see `domain/device.ts`. */
  @Column({ type: "text" })
  device!: string

  @Column({ type: "boolean" })
  is_bounce!: boolean

  /** The visitor had been here before. */
  @Column({ type: "boolean" })
  is_returning!: boolean

  /** The visitor's first of the day. */
  @Column({ type: "boolean" })
  is_first_of_day!: boolean

  /** 0 to 63, the same for all visits of a visitor: what estimates sample by. */
  @Column({ type: "smallint" })
  bucket!: number
}
