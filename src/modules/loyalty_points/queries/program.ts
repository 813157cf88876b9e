import { ProgramRules } from "../domain/program"
import { Sql } from "./types"

/** The rules that were set; undefined when none ever were. */
export async function programRules(
  sql: Sql,
  lock: "" | "for update" = ""
): Promise<ProgramRules | undefined> {
  const [row] = await sql.execute<ProgramRules[]>(
    `select is_active, active_since, points_per_unit::float8 as points_per_unit,
            rounding, return_window_days, expiry_months
       from loyalty_program
      where code = 'default' and deleted_at is null ${lock}`
  )
  return row
}
