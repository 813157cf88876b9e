/** Upper case without spaces and dashes: `SW1A 1AA` and `sw1a1aa` are one code. */
export function normalizePostalCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, "")
}

/** A rule as typed by the owner, read. */
type PostalRule =
  | { kind: "exact"; code: string }
  | { kind: "prefix"; prefix: string }
  | { kind: "range"; from: string; to: string }

/** Splits a range at its dash; a ZIP+4 code (`94110-1234`) is not a range. */
function parseRange(rule: string): PostalRule | null {
  const match = /^\s*([^\s-]+)\s*(?:-|\u2013|\.\.)\s*([^\s-]+)\s*$/.exec(rule)
  if (!match) {
    return null
  }
  const [from, to] = [
    normalizePostalCode(match[1]),
    normalizePostalCode(match[2]),
  ]
  return from.length === to.length && from <= to
    ? { kind: "range", from, to }
    : null
}

function parseRule(rule: string): PostalRule | null {
  const trimmed = rule.trim()
  if (trimmed.endsWith("*")) {
    const prefix = normalizePostalCode(trimmed.slice(0, -1))
    return prefix ? { kind: "prefix", prefix } : null
  }
  const range = parseRange(trimmed)
  if (range) {
    return range
  }
  const code = normalizePostalCode(trimmed)
  return code ? { kind: "exact", code } : null
}

/** A US code is matched by its first five digits when the address carries ZIP+4. */
function candidatesOf(code: string): string[] {
  const normalized = normalizePostalCode(code)
  return /^\d{9}$/.test(normalized)
    ? [normalized, normalized.slice(0, 5)]
    : [normalized]
}

/**
 * Finds who covers a postal code among any number of rules: exact codes
 * (`94110`), prefixes (`941*`) and inclusive ranges of codes of equal length
 * (`94110-94115`).
 */
export class PostalIndex {
  private readonly exact = new Map<string, number>()
  private readonly prefixes = new Map<string, number>()
  private readonly ranges = new Map<
    number,
    { from: string; to: string; rank: number }[]
  >()

  /**
   * @param rule - as the owner typed it; one that says nothing is left out
   * @param rank - whose it is, the smallest wins; to be added in ascending order
   */
  add(rule: string, rank: number): void {
    const parsed = parseRule(rule)
    if (parsed?.kind === "exact") {
      keepFirst(this.exact, parsed.code, rank)
    } else if (parsed?.kind === "prefix") {
      keepFirst(this.prefixes, parsed.prefix, rank)
    } else if (parsed) {
      const { from, to } = parsed
      const ofLength = this.ranges.get(from.length)
      if (ofLength) {
        ofLength.push({ from, to, rank })
      } else {
        this.ranges.set(from.length, [{ from, to, rank }])
      }
    }
  }

  /** The smallest rank whose rules cover a code, or null. */
  find(code: string): number | null {
    const candidates = candidatesOf(code)
    const [full] = candidates
    const ranks = [
      ...candidates.flatMap((each) => [
        this.exact.get(each),
        this.ranges
          .get(each.length)
          ?.find(({ from, to }) => each >= from && each <= to)?.rank,
      ]),
      ...[...full].map((_, i) => this.prefixes.get(full.slice(0, i + 1))),
    ].filter((rank) => rank !== undefined)
    return ranks.length ? Math.min(...ranks) : null
  }
}

/** Remembers whoever came first. */
export function keepFirst(
  ranks: Map<string, number>,
  key: string,
  rank: number
): void {
  if (!ranks.has(key)) {
    ranks.set(key, rank)
  }
}
