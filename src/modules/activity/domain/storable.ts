/**
 * Postgres refuses a zero character in text and in JSON, and half a surrogate
 * pair in JSON. Neither means anything, so they are left out rather than the
 * event refused.
 */
const NOT_TEXT = /\0|\p{Surrogate}/gu
/** The same and whole pairs, which is quicker to see. */
const MAYBE_NOT_TEXT = /[\0\ud800-\udfff]/

/** An escaped backslash is matched first, so that what follows it stays text. */
const NOT_JSON = /\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/gi

/** Text that Postgres stores. */
export function storableText(text: string): string {
  return MAYBE_NOT_TEXT.test(text) ? text.replace(NOT_TEXT, "") : text
}

/**
 * JSON of a value that Postgres stores as `jsonb`.
 *
 * @param value - came out of `JSON.parse`
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value) ?? "null"
  return json.includes("\\")
    ? json.replace(NOT_JSON, (found) => (found === "\\\\" ? found : ""))
    : json
}

/**
 * Whether a value is nested deeper than `limit` levels. Postgres parses JSON
 * recursively and gives up at some depth; no honest event comes near it.
 */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || value === null) {
    return false
  }
  return (
    limit === 0 ||
    Object.values(value).some((inner) => isDeeperThan(inner, limit - 1))
  )
}
