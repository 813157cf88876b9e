/** More points were to be taken than the customer has. */
export const POINTS_INSUFFICIENT = "points_insufficient"
/** An idempotency key was used before, for something else. */
export const KEY_REUSED = "idempotency_key_reused"
