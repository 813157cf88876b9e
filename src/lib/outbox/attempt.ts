import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { decideAfterFailure, isExhausted, mayHaveBeenSent } from "./decide"
import {
  ClaimedMessage,
  OutboxContext,
  OutboxHandler,
  OutboxOutcome,
} from "./types"

type AttemptInput = {
  message: ClaimedMessage
  handler: OutboxHandler
  container: MedusaContainer
  now: () => Date
  random: () => number
}

/**
 * One attempt at one claimed message: look up unless it is the first, then
 * send. Never throws: every failure becomes an outcome.
 */
export async function attempt(input: AttemptInput): Promise<OutboxOutcome> {
  const { message, handler, now, random } = input
  if (isExhausted(message, handler)) {
    const error = `Gave up: the sender stopped during each of ${handler.maxAttempts} attempts`
    return { status: "failed", error }
  }
  try {
    return { status: "sent", result: await deliver(input) }
  } catch (error) {
    return decideAfterFailure({
      attempts: message.attempts,
      maxAttempts: handler.maxAttempts,
      error,
      now: now(),
      random: random(),
    })
  }
}

async function deliver({ message, handler, container }: AttemptInput) {
  const within = <T>(
    what: string,
    run: (context: OutboxContext) => Promise<T>
  ) =>
    withTimeout(`${handler.kind} ${what}`, handler.timeoutMs, (signal) =>
      run({ container, signal, idempotencyKey: idempotencyKeyOf(message) })
    )

  if (handler.lookup && mayHaveBeenSent(message)) {
    const lookup = handler.lookup.bind(handler)
    const found = await within("lookup", (context) => lookup(message, context))
    if (found) {
      return found
    }
  }
  return (
    (await within("send", (context) => handler.send(message, context))) ?? null
  )
}

/** Keys are unique within a kind; other systems see both. */
export function idempotencyKeyOf({
  kind,
  key,
}: Pick<ClaimedMessage, "kind" | "key">): string {
  return `${kind}:${key}`
}

/** A handler that ignores its signal is left behind, not waited for. */
async function withTimeout<T>(
  what: string,
  timeoutMs: number,
  run: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const abort = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `${what} gave no answer within ${timeoutMs} ms`
      )
      abort.abort(error)
      reject(error)
    }, timeoutMs)
  })
  try {
    return await Promise.race([run(abort.signal), timeUp])
  } finally {
    clearTimeout(timer)
  }
}
