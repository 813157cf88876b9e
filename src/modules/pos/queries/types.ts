import { Context } from "@medusajs/framework/types"
import { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"

export type Sql = Pick<SqlEntityManager, "execute">

/** `?, ?, ?` for a list of values. */
export const placeholders = (values: readonly unknown[]): string =>
  values.map(() => "?").join(", ")

/** The caller's transaction when there is one, else the injected manager. */
export function sqlOf(context: Context): Sql {
  return (context.transactionManager ?? context.manager) as Sql
}
