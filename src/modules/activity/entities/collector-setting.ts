import { Column, Entity, PrimaryColumn } from "typeorm"

/** What whoever runs the shop decided about collecting: one row, or none yet. */
@Entity({ schema: "activity", name: "collector_setting" })
export class CollectorSetting {
  /** Always true, so that there is one row. */
  @PrimaryColumn({ type: "boolean" })
  single!: boolean

  /** See `collector-settings.ts`; checked whenever it is read. */
  @Column({ type: "jsonb" })
  value!: Record<string, unknown>

  /** Rises with each change, so that nobody overwrites what was not seen. */
  @Column({ type: "int" })
  version!: number

  @Column({ type: "timestamptz" })
  changed_at!: Date
}
