import { createHash } from "node:crypto"

/** Crockford's alphabet, in which ULIDs are written. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const TIME_CHARACTERS = 10
const RANDOM_CHARACTERS = 16

/**
 * The part of an id behind its prefix, shaped and sorted like the ULIDs that
 * Medusa makes, but the same each time: a row that is there is known again.
 *
 * @param at - when the row was made, as its id says
 * @param name - what the row is
 */
export function demoKey(at: Date, ...name: (string | number)[]): string {
  let rest = at.getTime()
  let time = ""
  for (let index = 0; index < TIME_CHARACTERS; index++) {
    time = ALPHABET[rest % 32] + time
    rest = Math.floor(rest / 32)
  }
  const digest = createHash("sha256").update(name.join("/")).digest()
  const random = Array.from(
    digest.subarray(0, RANDOM_CHARACTERS),
    (byte) => ALPHABET[byte % 32]
  )
  return time + random.join("")
}
