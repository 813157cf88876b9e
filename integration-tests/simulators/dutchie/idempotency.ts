import { createHash } from "node:crypto"

import { type Answer, json } from "../shared/answer"
import type { SimRequest } from "../shared/request"
import { badRequest } from "./errors"
import type { Replay } from "./state/sales"
import type { Store } from "./store"

/**
 * What is done with a request that carries an idempotency key. Documented are
 * the header and the field; what a repetition is answered with is assumed.
 */
export type Idempotency =
  | { kind: "new"; remember(id: number): void }
  | { kind: "repeated"; id: number }
  | { kind: "refused"; answer: Answer }

const MINUTE = 60_000

/** @param content - the body that two requests must share to be the same */
export function recognise(
  store: Store,
  endpoint: string,
  { headers }: Pick<SimRequest, "headers">,
  content: { idempotencyKey?: string | null }
): Idempotency {
  const idempotencyKey = content.idempotencyKey || null
  const given = headers.consumerkey
  const consumerKey = typeof given === "string" ? given : null
  const { idempotency, idempotency_mismatch } = store.switches
  const named =
    idempotency !== "off" &&
    idempotencyKey !== null &&
    (idempotency === "key" || consumerKey !== null)
  if (!named) {
    return { kind: "new", remember: () => undefined }
  }
  const bodyHash = createHash("sha256")
    .update(JSON.stringify(content))
    .digest("hex")
  const fresh: Idempotency = {
    kind: "new",
    remember: (id) => {
      store.state.replays.push({
        endpoint,
        consumerKey,
        idempotencyKey,
        bodyHash,
        id,
        at: store.timestamp(),
      })
    },
  }
  const known = store.state.replays.findLast(
    (each) =>
      each.endpoint === endpoint &&
      each.idempotencyKey === idempotencyKey &&
      (idempotency === "key" || each.consumerKey === consumerKey) &&
      isRemembered(store, each)
  )
  if (!known) {
    return fresh
  }
  if (known.bodyHash === bodyHash || idempotency_mismatch === "first_answer") {
    return { kind: "repeated", id: known.id }
  }
  const message = `The idempotency key ${idempotencyKey} was used for another request`
  switch (idempotency_mismatch) {
    case "conflict":
      return {
        kind: "refused",
        answer: json({ message, propertyErrors: null }, 409),
      }
    case "bad_request":
      return { kind: "refused", answer: badRequest(message) }
    case "new":
      return fresh
  }
}

function isRemembered(store: Store, { at }: Replay): boolean {
  const { idempotency_minutes } = store.switches
  return (
    idempotency_minutes === null ||
    store.now().getTime() - Date.parse(at) < idempotency_minutes * MINUTE
  )
}
