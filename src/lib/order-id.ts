const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const TIME_LENGTH = 10

/**
 * The smallest id that Medusa gives to an order made at an instant or later: its
 * ids begin with the time (ULID, https://github.com/ulid/spec). The order table
 * has no index on time, but it has one on the id.
 */
export function firstOrderIdSince(instant: Date): string {
  let rest = Math.max(0, instant.getTime())
  let time = ""
  for (let place = 0; place < TIME_LENGTH; place++) {
    time = ALPHABET[rest % ALPHABET.length] + time
    rest = Math.floor(rest / ALPHABET.length)
  }
  return `order_${time}`
}
