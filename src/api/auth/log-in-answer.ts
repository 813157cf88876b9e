import { z } from "@medusajs/framework/zod"

import type { LoginOutcome } from "../../modules/activity/domain/login"

/** Who a token of ours is for. */
export type TokenActor = {
  actor_type: string
  /** Empty while somebody is registered but no customer yet. */
  actor_id: string
  auth_identity_id: string
  auth_provider?: string
}

const actorSchema = z.object({
  actor_type: z.string(),
  actor_id: z.string().catch(""),
  auth_identity_id: z.string().catch(""),
  auth_provider: z.string().optional().catch(undefined),
})

const answerSchema = z.object({
  token: z.string(),
  mfa_required: z.boolean().optional(),
  verification_required: z.boolean().optional(),
})

/**
 * What a token says. Not verified: only for tokens that we have just made, or
 * that Medusa has let pass.
 */
export function actorOf(token: string | undefined): TokenActor | null {
  const [, payload] = token?.split(".") ?? []
  if (!payload) {
    return null
  }
  try {
    const text = Buffer.from(payload, "base64url").toString("utf8")
    const parsed = actorSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    // No token of ours: the request carried something else as its bearer.
    return null
  }
}

/** What an answer of a log-in route means. */
export type LogIn = {
  outcome: LoginOutcome
  /** Of a success. */
  customer_id: string | null
  provider: string | null
}

/**
 * Reads what Medusa answered to a try to log in.
 *
 * @returns null when nobody has logged in and nobody was refused: the way leads
 * to the provider's page or to a second factor, or the person is no customer yet
 */
export function logInOf(status: number, answer: unknown): LogIn | null {
  if (status === 401) {
    return { outcome: "refused", customer_id: null, provider: null }
  }
  const parsed = status === 200 ? answerSchema.safeParse(answer) : null
  if (!parsed?.success) {
    return null
  }
  const { token, mfa_required, verification_required } = parsed.data
  const actor = actorOf(token)
  if (
    mfa_required ||
    verification_required ||
    actor?.actor_type !== "customer" ||
    !actor.actor_id
  ) {
    return null
  }
  return {
    outcome: "success",
    customer_id: actor.actor_id,
    provider: actor.auth_provider ?? null,
  }
}
