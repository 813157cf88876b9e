import { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/** Who did something, as the audit log names it. */
export type Actor = {
  /** `user`, `api-key`, `customer` or `system`. */
  type: string
  /** The user's, key's or customer's id; for `system` what of it acted. */
  id: string
}

/**
 * The process itself, when it acts unasked.
 *
 * @param part - the job, subscriber or command, for example `reconcile`
 */
export function systemActor(part: string): Actor {
  return { type: "system", id: part }
}

/**
 * Who sent a request to an authenticated route: the dashboard user, or the
 * secret API key.
 */
export function actorFromRequest(
  req: Pick<AuthenticatedMedusaRequest, "auth_context">
): Actor {
  const { actor_type, actor_id } = req.auth_context
  return { type: actor_type, id: actor_id }
}
