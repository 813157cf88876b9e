import { MedusaContainer } from "@medusajs/framework/types"

export type OutboxStatus = "pending" | "sending" | "sent" | "failed"

/** JSON object that a message carries and that a handler answers with. */
export type OutboxData = Record<string, unknown>

/** A message as its sender holds it while the lease lasts. */
export type ClaimedMessage = {
  id: string
  kind: string
  key: string
  payload: OutboxData
  /** This attempt included: 1 on the first. */
  attempts: number
  /** Names the claim; needed to settle it. */
  leaseId: string
  /** Why the attempt before this one failed. */
  lastError: string | null
}

export type OutboxContext = {
  container: MedusaContainer
  /** Aborted when the handler's time is up: give it to `fetch`. */
  signal: AbortSignal
  /** The same on every attempt of a message: give it to the other side. */
  idempotencyKey: string
}

/**
 * Sends one kind of message.
 *
 * A message may be sent more than once (a sender may die after the other side
 * took it), so `send` hands over `idempotencyKey`, or `lookup` finds out.
 */
export type OutboxHandler = {
  /** Unique name, for example `notify-owner`. */
  kind: string
  /** Claims, crashed ones included, after which the message is a dead letter. */
  maxAttempts: number
  /** Time limit of `lookup` and of `send`, each, in milliseconds. */
  timeoutMs: number
  /**
   * @returns what should be kept with the message, for example the other side's id
   * @throws UndeliverableError when another attempt cannot help; anything else is retried
   */
  send(
    message: ClaimedMessage,
    context: OutboxContext
  ): Promise<OutboxData | void>
  /**
   * Asked before every attempt but the first: did the other side already take
   * the message?
   * @returns the kept result when it did, `null` when it did not
   */
  lookup?(
    message: ClaimedMessage,
    context: OutboxContext
  ): Promise<OutboxData | null>
}

/** How a claim ends. */
export type OutboxOutcome =
  | { status: "sent"; result: OutboxData | null }
  | { status: "pending"; nextAttemptAt: Date; error: string }
  | { status: "failed"; error: string }
