import { randomUUID } from "crypto"

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { attempt } from "./attempt"
import { leaseMs } from "./decide"
import { ClaimedMessage, OutboxHandler, OutboxOutcome } from "./types"

/** What draining needs of the `runtime` module's service. */
export type OutboxStore = {
  /** Takes due messages for `leaseId` until `lockedUntil`. */
  claimOutboxMessages(input: {
    kinds: string[]
    limit: number
    now: Date
    lockedUntil: Date
    leaseId: string
  }): Promise<ClaimedMessage[]>
  /** @returns false when the lease had ended and the claim is somebody else's */
  settleOutboxMessage(input: {
    id: string
    leaseId: string
    now: Date
    outcome: OutboxOutcome
  }): Promise<boolean>
}

export type DrainInput = {
  runtimeService: OutboxStore
  handlers: OutboxHandler[]
  container: MedusaContainer
  /**
   * Most messages to take in this call.
   * @default 100
   */
  limit?: number
  /** @default the system's clock */
  now?: () => Date
  /** Number in [0, 1), for the retry's jitter. */
  random?: () => number
}

export type DrainResult = {
  sent: number
  retried: number
  failed: number
  /** Answers that came after the lease had ended. */
  late: number
}

/** Messages that one drain sends side by side. */
const BATCH = 5

/**
 * Sends due messages until none is left or the limit is reached. Any number of
 * processes may drain at once: a message is claimed by one of them, for as
 * long as its sending may take.
 *
 * Messages of a kind without a handler stay where they are (an older process
 * does not know the kinds of a newer one).
 */
export async function drainOutbox({
  runtimeService,
  handlers,
  container,
  limit = 100,
  now = () => new Date(),
  random = Math.random,
}: DrainInput): Promise<DrainResult> {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]))
  const kinds = [...byKind.keys()]
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const result: DrainResult = { sent: 0, retried: 0, failed: 0, late: 0 }

  const handle = async (message: ClaimedMessage) => {
    const handler = byKind.get(message.kind)
    if (!handler) {
      return
    }
    const outcome = await attempt({ message, handler, container, now, random })
    const settled = await runtimeService.settleOutboxMessage({
      id: message.id,
      leaseId: message.leaseId,
      now: now(),
      outcome,
    })
    const name = `Outbox message ${message.id} (${message.kind})`
    if (!settled) {
      result.late++
      logger.warn(`${name}: the answer came after the lease had ended`)
    } else if (outcome.status === "sent") {
      result.sent++
    } else if (outcome.status === "pending") {
      result.retried++
      logger.warn(`${name}: ${outcome.error}; will be tried again`)
    } else {
      result.failed++
      logger.error(`${name}: ${outcome.error}; replay it on the System page`)
    }
  }

  for (let taken = 0; kinds.length && taken < limit;) {
    const size = Math.min(BATCH, limit - taken)
    const claimedAt = now()
    const messages = await runtimeService.claimOutboxMessages({
      kinds,
      limit: size,
      now: claimedAt,
      lockedUntil: new Date(claimedAt.getTime() + leaseMs(handlers)),
      leaseId: randomUUID(),
    })
    await Promise.all(messages.map(handle))
    taken += messages.length
    if (messages.length < size) {
      break
    }
  }
  return result
}
