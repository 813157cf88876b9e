/** Licences that ask for no more than being named. */
const PERMISSIVE = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "CC0-1.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "Unlicense",
  "BlueOak-1.0.0",
  "Python-2.0",
  "PostgreSQL",
  "Zlib",
])

/**
 * Judges an SPDX expression such as `(MIT OR GPL-3.0-only) AND ISC`: of an OR
 * one side must be permissive, of an AND both.
 */
export function isPermissive(expression: string): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? []
  let at = 0

  const either = (): boolean => {
    let result = both()
    while (tokens[at]?.toUpperCase() === "OR") {
      at += 1
      // Both sides are read in any case: reading moves on.
      const next = both()
      result = result || next
    }
    return result
  }
  const both = (): boolean => {
    let result = one()
    while (tokens[at]?.toUpperCase() === "AND") {
      at += 1
      const next = one()
      result = result && next
    }
    return result
  }
  const one = (): boolean => {
    const token = tokens[at]
    at += 1
    if (token !== "(") {
      return token !== undefined && PERMISSIVE.has(token)
    }
    const inner = either()
    at += 1
    return inner
  }

  const result = either()
  return result && at === tokens.length
}
