import {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  generateEntityId,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import type { LoginAttempt } from "../../workflows/activity/logins/attempt"
import { LoginQueue } from "../../workflows/activity/logins/login-queue"
import { recordLogin } from "../../workflows/activity/logins/record-login"
import { LogIn, logInOf } from "./log-in-answer"
import { visitorsOf } from "./visitors"

const MAX_PROVIDER = 64

let queue: LoginQueue | undefined

/** Those that this process has seen and not recorded yet. */
export function loginQueue(req: Pick<MedusaRequest, "scope">): LoginQueue {
  queue ??= new LoginQueue({
    logger: req.scope.resolve(ContainerRegistrationKeys.LOGGER),
  })
  return queue
}

type Watched = MedusaRequest &
  Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>
type Found = LogIn & { auth_identity_id?: string }

/** What a route's answer means; null when nobody logged in or was refused. */
type Read = (
  answered: { status: number; answer: unknown },
  req: Watched
) => Found | null

/**
 * Makes a middleware that notes who logged in, once the answer has gone. The
 * route neither waits for it nor learns of its faults.
 */
const watch =
  (read: Read) =>
  (req: Watched, res: MedusaResponse, next: MedusaNextFunction): void => {
    let answer: unknown
    // Express keeps the parameters of the path for as long as we are asked.
    const { auth_provider } = req.params
    const json = res.json.bind(res)
    res.json = (body) => {
      answer = body
      return json(body)
    }
    afterAnswer(req, res, () => {
      const found = read({ status: res.statusCode, answer }, req)
      if (found) {
        const provider = found.provider ?? auth_provider ?? "unknown"
        const attempt = attemptOf({ ...found, provider }, req)
        loginQueue(req).add(() => recordLogin(attempt, req.scope))
      }
    })
    next()
  }

/** Does something when the answer has gone; what goes wrong is only logged. */
export function afterAnswer(
  req: Pick<MedusaRequest, "scope">,
  res: MedusaResponse,
  note: () => void
): void {
  res.once("finish", () => {
    try {
      note()
    } catch (error) {
      // Uncaught in a listener it would end the process.
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error("A log-in was not noted", asError(error))
    }
  })
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))

const bodySchema = z.object({ email: z.string().min(1).max(320) })

function attemptOf(
  found: Found & { provider: string },
  req: Watched
): LoginAttempt {
  const body = bodySchema.safeParse(req.body)
  return {
    id: generateEntityId(undefined, "login"),
    at: new Date(),
    outcome: found.outcome,
    provider: found.provider.slice(0, MAX_PROVIDER),
    customer_id: found.customer_id,
    auth_identity_id: found.auth_identity_id ?? null,
    email: body.success ? body.data.email : null,
    ip: req.ip ?? null,
    user_agent: req.get("user-agent") ?? null,
    visitors: found.outcome === "success" ? visitorsOf(req.headers) : [],
  }
}

/** `/auth/customer/:auth_provider` and its callback. */
export const watchLogIn = watch(({ status, answer }) => logInOf(status, answer))

const refusalSchema = z.object({ type: z.literal("not_allowed") })

/**
 * A second factor: who passes it has logged in, who has the wrong code is
 * refused. The route serves every kind of actor; only customers are noted.
 */
export const watchSecondFactor = watch(({ status, answer }, req) => {
  const first = req.auth_context
  if (first?.actor_type !== "customer") {
    return null
  }
  const isRefused = status === 400 && refusalSchema.safeParse(answer).success
  return isRefused
    ? {
        outcome: "refused",
        customer_id: null,
        provider: first.auth_provider ?? null,
        auth_identity_id: first.auth_identity_id,
      }
    : status === 200
      ? logInOf(status, answer)
      : null
})

/**
 * A renewed token is no log-in, unless the old one was nobody's: that of
 * somebody who has just become a customer, or has just confirmed the address.
 */
export const watchRefresh = watch(({ status, answer }, req) =>
  status === 200 && req.auth_context && !req.auth_context.actor_id
    ? logInOf(status, answer)
    : null
)
