/** Marks our lines in PostgreSQL's log; the database's name follows. */
export const LOG_MARK = "bench"

const FIRST_LINE = new RegExp(
  `^${LOG_MARK} (\\S*) LOG:  (?:statement|execute [^:]+): (.*)$`
)

/**
 * Statements that a database ran, from the server's log (`log_statement=all`,
 * lines that start with `bench <database>`), without their values.
 */
export function readStatements(log: string, database: string): string[] {
  const found: string[][] = []
  let open: string[] | undefined
  for (const line of log.split("\n")) {
    const [, name, text] = line.match(FIRST_LINE) ?? []
    if (text !== undefined) {
      open = name === database ? [text] : undefined
      if (open) {
        found.push(open)
      }
    } else if (line.startsWith("\t")) {
      // A statement of several lines goes on.
      open?.push(line)
    } else {
      open = undefined
    }
  }
  return found.map((lines) => withoutValues(lines.join(" ")))
}

/** Makes two runs of one statement equal. */
export function withoutValues(statement: string): string {
  return statement
    .replace(/\s+/g, " ")
    .replace(/'(?:[^']|'')*'/g, "?")
    .replace(/\$\d+/g, "?")
    .replace(/\b\d+(\.\d+)?\b/g, "?")
    .replace(/\?(?:, ?\?)+/g, "?")
    .replace(/\(\?\)(?:, ?\(\?\))+/g, "(?)")
    .trim()
}

/** What is in the first list and not, or less often, in the second. */
export function surplus(
  more: readonly string[],
  less: readonly string[]
): string[] {
  const left = new Map<string, number>()
  for (const each of less) {
    left.set(each, (left.get(each) ?? 0) + 1)
  }
  return more.filter((each) => {
    const count = left.get(each) ?? 0
    left.set(each, count - 1)
    return count <= 0
  })
}
