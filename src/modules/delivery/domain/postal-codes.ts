/** Upper case without spaces and dashes: `SW1A 1AA` and `sw1a1aa` are one code. */
export function normalizePostalCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, "")
}

/** Splits a range at its dash; a ZIP+4 code (`94110-1234`) is not a range. */
function parseRange(rule: string): [string, string] | null {
  const match = /^\s*([^\s-]+)\s*(?:-|\u2013|\.\.)\s*([^\s-]+)\s*$/.exec(rule)
  if (!match) {
    return null
  }
  const [from, to] = [
    normalizePostalCode(match[1]),
    normalizePostalCode(match[2]),
  ]
  return from.length === to.length && from <= to ? [from, to] : null
}

/** A US code is matched by its first five digits when the address carries ZIP+4. */
function candidatesOf(code: string): string[] {
  const normalized = normalizePostalCode(code)
  return /^\d{9}$/.test(normalized)
    ? [normalized, normalized.slice(0, 5)]
    : [normalized]
}

/**
 * Whether a postal code is covered by a rule: an exact code (`94110`), a prefix
 * (`941*`) or an inclusive range of codes of equal length (`94110-94115`).
 */
export function postalCodeMatches(rule: string, code: string): boolean {
  const candidates = candidatesOf(code)
  if (!candidates[0]) {
    return false
  }
  const trimmed = rule.trim()
  if (trimmed.endsWith("*")) {
    const prefix = normalizePostalCode(trimmed.slice(0, -1))
    return prefix !== "" && candidates[0].startsWith(prefix)
  }
  const range = parseRange(trimmed)
  if (range) {
    return candidates.some(
      (candidate) =>
        candidate.length === range[0].length &&
        candidate >= range[0] &&
        candidate <= range[1]
    )
  }
  const exact = normalizePostalCode(trimmed)
  return exact !== "" && candidates.includes(exact)
}
