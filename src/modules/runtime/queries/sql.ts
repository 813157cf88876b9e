/**
 * Runs one statement with `?` placeholders; an array fills `in (?)`. Both of
 * MikroORM's managers, with and without a transaction, are one.
 */
export type SqlExecutor = {
  execute<Row>(sql: string, params?: unknown[]): Promise<Row[]>
}

/** Timestamps arrive as dates or, depending on the driver's parsers, as text. */
export function toDate(value: Date | string): Date {
  return value instanceof Date ? value : new Date(value)
}
