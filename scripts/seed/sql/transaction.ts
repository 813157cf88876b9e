import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Statements of one transaction; `?` stands for a value. */
export type Sql = <T = unknown>(
  statement: string,
  values?: (string | number | null)[]
) => Promise<T[]>

/** All of the work or none of it: a seed cut short leaves no half history. */
export function inTransaction<T>(
  container: MedusaContainer,
  work: (sql: Sql) => Promise<T>
): Promise<T> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return connection.transaction((transaction) =>
    work(
      async <Row>(
        statement: string,
        values: (string | number | null)[] = []
      ) => {
        const { rows } = await transaction.raw<{ rows: Row[] }>(
          statement,
          values
        )
        return rows
      }
    )
  )
}
