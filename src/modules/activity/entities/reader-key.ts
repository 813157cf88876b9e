import { Column, Entity, PrimaryColumn } from "typeorm"

import type { ReaderKey, ReaderScope } from "../domain/reader-key"

/** A key by which a system outside the shop reads the store. */
@Entity({ schema: "activity", name: "reader_key" })
export class ActivityReaderKey implements ReaderKey {
  @PrimaryColumn({ type: "text" })
  id!: string

  @Column({ type: "text" })
  name!: string

  @Column({ type: "text", unique: true })
  token_hash!: string

  @Column({ type: "text" })
  last_four!: string

  @Column({ type: "text", array: true })
  scopes!: ReaderScope[]

  @Column({ type: "text", array: true, nullable: true })
  source_ids!: string[] | null

  @Column({ type: "timestamptz", nullable: true })
  expires_at!: Date | null

  @Column({ type: "timestamptz", nullable: true })
  revoked_at!: Date | null

  @Column({ type: "timestamptz", nullable: true })
  last_used_at!: Date | null

  @Column({ type: "timestamptz" })
  created_at!: Date

  @Column({ type: "text" })
  created_by!: string
}
