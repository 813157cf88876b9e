/**
 * Makes an error of a test one that can be read and sent on.
 *
 * A refused request of axios holds request, socket and answer, each pointing
 * at the others. Jest sends failures from its workers as JSON, cannot send
 * that, and dies without saying which test failed. What a reader needs is the
 * answer: it is put into the message, and the rest is dropped.
 *
 * @param error - changed in place, for others hold it already
 */
export function makeTellable(error: unknown, depth = 0): void {
  if (!isRecord(error) || depth > MAX_DEPTH) {
    return
  }
  if (isRefusedRequest(error)) {
    tellAnswer(error)
  }
  makeTellable(error.cause, depth + 1)
  if (Array.isArray(error.errors)) {
    error.errors.forEach((inner) => makeTellable(inner, depth + 1))
  }
  for (const [key, value] of Object.entries(error)) {
    if (!isSerialisable(value)) {
      delete error[key]
    }
  }
}

type Fields = Record<string, unknown>

const MAX_DEPTH = 4
const MAX_ANSWER = 2000

function isRefusedRequest(error: Fields): boolean {
  return isRecord(error.config) && "url" in error.config
}

function tellAnswer(error: Fields): void {
  const config = isRecord(error.config) ? error.config : {}
  const answer = isRecord(error.response) ? error.response : undefined
  const request = `${String(config.method ?? "").toUpperCase()} ${config.url}`
  const body = answer ? shorten(JSON.stringify(answer.data)) : "no answer"
  const told = `${request}: ${body}`
  if (typeof error.message === "string" && !error.message.includes(told)) {
    const message = `${error.message}\n${told}`
    if (typeof error.stack === "string") {
      error.stack = error.stack.replace(error.message, () => message)
    }
    error.message = message
  }
  error.response = answer && { status: answer.status, data: answer.data }
  delete error.request
  delete error.config
}

function isSerialisable(value: unknown): boolean {
  try {
    JSON.stringify(value)
    return true
  } catch (error) {
    // TypeError: a circle or a BigInt.
    return !(error instanceof TypeError)
  }
}

function shorten(text: string | undefined): string {
  return (text ?? "").slice(0, MAX_ANSWER)
}

/** Not `instanceof`: a test runs in a realm of its own. */
function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null
}
