/**
 * Tables that are cut into months, so that old ones go at once. Rows find their
 * month by the column the migration names.
 */
export const PARTITIONED_TABLES = ["event", "visit", "login"] as const

export type PartitionedTable = (typeof PARTITIONED_TABLES)[number]

/** A month of a table, in UTC: `from` inclusive, `to` exclusive. */
export type Partition = {
  table: PartitionedTable
  name: string
  from: string
  to: string
}

/** Months made ahead, so that a job that fails for weeks loses nothing. */
export const MONTHS_AHEAD = 3

const NAME = /^([a-z_]+)_(\d{4})_(\d{2})$/

/** The month an instant falls in and the `ahead` months after it, of each table. */
export function partitionsFrom(
  now: Date,
  ahead: number = MONTHS_AHEAD,
  tables: readonly PartitionedTable[] = PARTITIONED_TABLES
): Partition[] {
  return tables.flatMap((table) =>
    Array.from({ length: ahead + 1 }, (_, offset) =>
      partitionOf(table, monthStart(now, offset))
    )
  )
}

/** The partition that a name is of; null for a name that none bears. */
export function partitionNamed(name: string): Partition | null {
  const [, table, year, month] = NAME.exec(name) ?? []
  const known = PARTITIONED_TABLES.find((each) => each === table)
  return known
    ? partitionOf(known, new Date(Date.UTC(Number(year), Number(month) - 1)))
    : null
}

/** The first instant of the month that is `offset` months from an instant's. */
export function monthStart(now: Date, offset: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1))
}

function partitionOf(table: PartitionedTable, month: Date): Partition {
  const from = month.toISOString()
  return {
    table,
    name: `${table}_${from.slice(0, 4)}_${from.slice(5, 7)}`,
    from,
    to: monthStart(month, 1).toISOString(),
  }
}
