import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import type {
  ReaderKey,
  ReaderScope,
} from "../../../modules/activity/domain/reader-key"
import {
  Admission,
  admitReader,
} from "../../../workflows/activity/reader-access"
import { answerAway, isAway } from "./away"

const readers = new WeakMap<MedusaRequest, ReaderKey>()

/**
 * Lets a request pass that shows a key with this scope. Medusa's secret keys are
 * not asked: they open all of `/admin` or, with roles switched on, nothing.
 *
 * Answers 401 for a key that is missing, unknown, expired or revoked, 403 for
 * one that may not read this, and 429 with `Retry-After` for one that asks too
 * often.
 */
export function admit(scope: ReaderScope) {
  return async (
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    res.set("Cache-Control", "no-store")
    try {
      const admission = await admitReader(secretOf(req), scope, req.scope)
      if ("reader" in admission) {
        readers.set(req, admission.reader)
        next()
      } else {
        refuse(res, scope, admission)
      }
    } catch (error) {
      if (isAway(error)) {
        answerAway(req, res, error)
      } else {
        next(error)
      }
    }
  }
}

/** The key that `admit` has let pass. */
export function readerOf(req: MedusaRequest): ReaderKey {
  const reader = readers.get(req)
  if (!reader) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${req.method} ${req.path} is served without admitting a reader`
    )
  }
  return reader
}

/** From `Authorization: Bearer csk_...`. */
function secretOf(req: MedusaRequest): string | null {
  return /^Bearer +(\S+) *$/i.exec(req.get("authorization") ?? "")?.[1] ?? null
}

const UNAUTHORIZED = {
  unknown:
    "Send a key as Authorization: Bearer csk_...; it is made in the dashboard under Settings, Activity API keys",
  expired: "This key has expired: make another one",
  revoked: "This key was revoked",
} as const

/** In the shape of Medusa's errors. */
function refuse(
  res: MedusaResponse,
  scope: ReaderScope,
  refusal: Exclude<Admission, { reader: ReaderKey }>
): void {
  switch (refusal.refused) {
    case "rate":
      res.set("Retry-After", String(refusal.wait))
      res.status(429).json({
        type: "too_many_requests",
        message: `This key asks too often: come again in ${refusal.wait} s`,
      })
      return
    case "scope":
      res.status(403).json({
        type: MedusaError.Types.FORBIDDEN,
        message: `This key has not the scope ${scope}`,
      })
      return
    default:
      res.set("WWW-Authenticate", "Bearer")
      res.status(401).json({
        type: MedusaError.Types.UNAUTHORIZED,
        message: UNAUTHORIZED[refusal.refused],
      })
  }
}
