import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * What is to be honoured for an id that events carry: a browser's anonymous id,
 * or a customer's id as user id. Of somebody who said no this row is all there
 * is.
 */
@Entity({ schema: "activity", name: "visitor_choice" })
export class VisitorChoice {
  @PrimaryColumn({ type: "text" })
  anonymous_id!: string

  /** What was chosen in this browser; null when nothing was. */
  @Column({ type: "boolean", nullable: true })
  own_choice!: boolean | null

  /** What the customers chose who use it, a no before a yes; null when none did. */
  @Column({ type: "boolean", nullable: true })
  customers_choice!: boolean | null

  /**
   * Whether events may be kept: what the storing statement reads. Follows from
   * the two, a no before a yes.
   */
  @Column({
    type: "boolean",
    nullable: true,
    asExpression:
      "coalesce(own_choice and customers_choice, own_choice, customers_choice)",
    generatedType: "STORED",
  })
  analytics!: boolean | null

  /** Version of the text that was shown with the browser's choice. */
  @Column({ type: "text", nullable: true })
  text_version!: string | null

  @Column({ type: "timestamptz" })
  changed_at!: Date
}
