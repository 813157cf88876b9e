import { Column, Entity, PrimaryColumn } from "typeorm"

/** A device that a customer has logged in from; outlives the log-ins themselves. */
@Entity({ schema: "activity", name: "login_device" })
export class LoginDevice {
  @PrimaryColumn({ type: "text" })
  customer_id!: string

  /** Keyed hash of customer, browser, system and class. */
  @PrimaryColumn({ type: "text" })
  device_hash!: string

  /** The log-in that was the first; what makes recording it again harmless. */
  @Column({ type: "text" })
  first_login_id!: string

  @Column({ type: "timestamptz" })
  first_seen_at!: Date

  @Column({ type: "timestamptz" })
  last_seen_at!: Date
}
