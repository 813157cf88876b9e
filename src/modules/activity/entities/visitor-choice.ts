import { Column, Entity, PrimaryColumn } from "typeorm"

/**
 * What is to be honoured for an id that events carry: a browser's anonymous id,
 * or a customer's id as user id. It follows from what was chosen in that browser
 * and from what the customers chose who use it; one no outweighs every yes. Of
 * somebody who said no this row is all there is.
 */
@Entity({ schema: "activity", name: "visitor_choice" })
export class VisitorChoice {
  @PrimaryColumn({ type: "text" })
  anonymous_id!: string

  /** Whether events may be kept. What the storing statement reads. */
  @Column({ type: "boolean" })
  analytics!: boolean

  /** What was chosen in this browser; null when only customers chose. */
  @Column({ type: "boolean", nullable: true })
  own_choice!: boolean | null

  /** Version of the text that was shown with the browser's choice. */
  @Column({ type: "text", nullable: true })
  text_version!: string | null

  /** When `analytics` or the browser's own choice changed. */
  @Column({ type: "timestamptz" })
  changed_at!: Date
}
