import { Column, Entity, PrimaryColumn } from "typeorm"

import type { DeviceClass } from "../domain/device"
import type { LoginOutcome } from "../domain/login"

/**
 * One try to log in as a customer. Neither password nor e-mail address nor IP
 * address: what is compared is kept as a keyed hash. Partitioned by month.
 */
@Entity({ schema: "activity", name: "login" })
export class Login {
  @PrimaryColumn({ type: "text" })
  id!: string

  @PrimaryColumn({ type: "timestamptz" })
  at!: Date

  /** Of a refused one the customer who has the e-mail address, if anybody. */
  @Column({ type: "text", nullable: true })
  customer_id!: string | null

  @Column({ type: "text" })
  outcome!: LoginOutcome

  /** Auth provider, for example `emailpass`. */
  @Column({ type: "text" })
  provider!: string

  @Column({ type: "text", nullable: true })
  browser!: string | null

  @Column({ type: "text", nullable: true })
  browser_version!: string | null

  @Column({ type: "text", nullable: true })
  system!: string | null

  @Column({ type: "text" })
  device_class!: DeviceClass

  /** ISO 3166-1 alpha-2. */
  @Column({ type: "text", nullable: true })
  country!: string | null

  @Column({ type: "text", nullable: true })
  region!: string | null

  @Column({ type: "text", nullable: true })
  city!: string | null

  @Column({ type: "text", nullable: true })
  email_hash!: string | null

  /** With a key that changes every day: tells addresses apart for a day only. */
  @Column({ type: "text", nullable: true })
  address_hash!: string | null

  @Column({ type: "boolean" })
  is_new_device!: boolean

  /** One of many: see `domain/login.ts`. */
  @Column({ type: "boolean" })
  is_burst!: boolean
}
