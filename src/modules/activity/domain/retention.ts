/**
 * How long a message is remembered as seen, in days. Clients keep what they
 * could not send for days; one that comes back later than this would be stored
 * a second time.
 */
export const KEY_DAYS = 60

/** Keys removed in one statement, so that no lock lasts. */
export const PURGE_CHUNK = 10_000
