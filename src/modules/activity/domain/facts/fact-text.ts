/** Instead of a text that may say who somebody is. */
export const HIDDEN = "(hidden)"

/** Instead of a part of a path that names one thing or person. */
const ID = ":id"

const MAX_PATH = 200

const E_MAIL = /@|%40/i
/** So many digits are a telephone or card number. */
const NUMBERS = /(?:\d[\s().+-]*){7,}/

/** Ids and secrets as addresses bear them. */
const IDS = [
  /^\d{5,}$/,
  // A UUID, with or without its hyphens, and longer hexadecimal.
  /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12,}$/i,
  /^[0-9a-f]{16,}$/i,
  // Medusa's: a prefix and a ULID.
  /^[a-z]+_[0-9a-hjkmnp-tv-z]{26}$/i,
  // A secret without hyphens; words of a handle have them.
  /^(?=.*\d)(?=.*[a-z])\w{20,}$/i,
  // A secret in base64 for addresses: digits, small and capital letters.
  /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w-]{20,}$/,
]

/**
 * A text that a client chose, as it may be kept when nobody's data may: short,
 * and hidden when it looks like an e-mail address or a telephone number.
 *
 * @param max - characters that are kept
 * @returns null for nothing
 */
export function factText(
  text: string | null | undefined,
  max: number
): string | null {
  const plain = text?.replace(/\s+/g, " ").trim().slice(0, max).trim()
  if (!plain) {
    return null
  }
  return E_MAIL.test(plain) || NUMBERS.test(plain) ? HIDDEN : plain
}

/**
 * The path of a page without what names one order, one customer or a secret:
 * no query, no fragment, and `:id` for each part that is an id.
 *
 * @param address - a path or a whole address
 * @returns null when it is neither
 */
export function factPath(address: string | null | undefined): string | null {
  const path = pathOf(address?.trim())
  if (path === null) {
    return null
  }
  const parts = path.split("/").filter(Boolean)
  const kept = parts.map((part) => (isId(part) ? ID : part))
  return `/${kept.join("/")}`.slice(0, MAX_PATH)
}

/** Every id has a digit; most parts of a path have none. */
const MAY_BE_ID = /[\d@%]/

const isId = (part: string) =>
  MAY_BE_ID.test(part) &&
  (E_MAIL.test(part) || IDS.some((pattern) => pattern.test(part)))

/** A path, or an address on the web: what stands before the query. */
const PATH = /^(?:https?:\/\/[^/?#]*)?(\/[^?#]*)?/i

function pathOf(address: string | undefined): string | null {
  const [whole, path] = PATH.exec(address ?? "") ?? []
  // An address without a path is the home page's.
  return whole ? (path ?? "/") : null
}
