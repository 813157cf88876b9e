import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * A browser's anonymous id that a customer has used while logged in. A shared
 * computer has several rows: who linked it last is who its new events belong
 * to, who linked it first is who the events from before belong to.
 */
@Entity({ schema: "activity", name: "visitor_identity" })
export class VisitorIdentity {
  @PrimaryColumn({ type: "text" })
  anonymous_id!: string

  @PrimaryColumn({ type: "text" })
  customer_id!: string

  @Column({ type: "timestamptz" })
  first_linked_at!: Date

  @Column({ type: "timestamptz" })
  last_linked_at!: Date
}
