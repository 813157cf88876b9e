import { ServerResponse } from "node:http"

import { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** When to try again, in seconds. */
const AWAY_SECONDS = 5

/**
 * Node's network errors, and of Postgres a lost connection (class 08), too many
 * of them or no disk (53), a statement or server that was ended (57).
 */
const AWAY = /^(E[A-Z]+|(08|53|57)[0-9A-Z]{3})$/

/** True when the store cannot be reached, or not in time. */
export function isAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) {
    return false
  }
  const { code, message } = error as { code?: unknown; message?: unknown }
  return (
    (typeof code === "string" && AWAY.test(code)) ||
    // The driver gives its own time-outs no code.
    (typeof message === "string" &&
      /(connection|query) .*(timeout|terminated)|timeout exceeded/i.test(
        message
      ))
  )
}

/** Asks a reader to come again; its cursor is as good then as now. */
export function answerAway(
  req: MedusaRequest,
  res: ServerResponse,
  error: unknown
): void {
  req.scope
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `The activity store cannot be read: ${error instanceof Object && "message" in error ? error.message : error}`
    )
  res.writeHead(503, {
    "Content-Type": "application/json; charset=utf-8",
    "Retry-After": AWAY_SECONDS,
  })
  res.end(
    JSON.stringify({
      type: "unavailable",
      message: "The store cannot be read now: come again",
    })
  )
}
