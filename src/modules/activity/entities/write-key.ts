import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * A publishable API key as Medusa has it, for a collector that runs alone. Its
 * token is no secret, every page shows it; hashed, a copy of the store's
 * database is still not enough to send events.
 */
@Entity({ schema: "activity", name: "write_key" })
export class WriteKeyEntry {
  /** SHA-256 of the token, in hexadecimal. */
  @PrimaryColumn({ type: "text" })
  token_hash!: string

  /** Id of the API key. */
  @Column({ type: "text" })
  source_id!: string

  /** May lie in the future: a key can be revoked ahead. */
  @Column({ type: "timestamptz", nullable: true })
  revoked_at!: Date | null
}
