/** The SQLSTATE of a driver's error, for example `22P02`. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) {
    return null
  }
  return typeof error.code === "string" ? error.code : null
}

/**
 * True when the rows themselves are at fault, whatever their number of tries:
 * malformed data (class 22) or beyond a limit of the server (class 54).
 */
export function isPoison(error: unknown): boolean {
  return /^(22|54)[0-9A-Z]{3}$/.test(sqlState(error) ?? "")
}

/** True when no partition takes the row: `no partition of relation found`. */
export function lacksPartition(error: unknown): boolean {
  return sqlState(error) === "23514"
}

/** True when somebody else kept a table for longer than we wait. */
export function isLockTimeout(error: unknown): boolean {
  return sqlState(error) === "55P03"
}
