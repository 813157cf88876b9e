/** What an exported file says of a district besides its name and boundary. */
export type ImportedFacts = {
  priority?: number
  is_active?: boolean
  aliases?: string[]
  postal_codes?: string[]
}

/** As the routes that change districts allow. */
export const LAST_PRIORITY = 100_000
export const LONGEST_NAME = 200
const LONGEST_CODE = 40
const MOST_ALIASES = 500
const MOST_CODES = 5_000

/**
 * Reads what our own export writes into a feature's properties. Other files have
 * properties of these names, too: what is not of our form is somebody else's and
 * is left alone.
 */
export function importedFacts(
  properties: Record<string, unknown> | null
): ImportedFacts {
  const { priority, is_active, aliases, postal_codes } = properties ?? {}
  return {
    ...(isPriority(priority) ? { priority } : {}),
    ...(typeof is_active === "boolean" ? { is_active } : {}),
    ...(isTexts(aliases, MOST_ALIASES, LONGEST_NAME) ? { aliases } : {}),
    ...(isTexts(postal_codes, MOST_CODES, LONGEST_CODE)
      ? { postal_codes }
      : {}),
  }
}

function isPriority(value: unknown): value is number {
  return (
    typeof value === "number" &&
    Number.isInteger(value) &&
    value >= 0 &&
    value <= LAST_PRIORITY
  )
}

function isTexts(
  value: unknown,
  most: number,
  longest: number
): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= most &&
    value.every(
      (text) =>
        typeof text === "string" && text.trim() !== "" && text.length <= longest
    )
  )
}
