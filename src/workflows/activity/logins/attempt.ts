import type { LoginOutcome } from "../../../modules/activity/domain/login"

/**
 * A try to log in as it was seen at the route. Holds what is never stored, the
 * e-mail address and the IP address, and lives only until it is recorded.
 */
export type LoginAttempt = {
  id: string
  at: Date
  outcome: LoginOutcome
  /** Auth provider, for example `emailpass`. */
  provider: string
  /** Of a success. */
  customer_id: string | null
  /** Of a refused second factor: who had the first. */
  auth_identity_id: string | null
  /** As it was entered. */
  email: string | null
  ip: string | null
  user_agent: string | null
  /** Anonymous ids that the browser sent along; none of a refused one. */
  visitors: readonly string[]
}
