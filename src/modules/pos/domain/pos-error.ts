/**
 * - `retry`: the vendor could not or did not answer now; later it may.
 * - `refused`: the vendor does not take this content; asking again cannot help.
 * - `connection`: key, permission or address are wrong; nothing works until a
 *   person has acted.
 * - `held`: no call was made, because the connection is paused or waits for a person.
 */
export type PosErrorKind = "retry" | "refused" | "connection" | "held"

/**
 * A call to a POS that did not do what was asked. The message is ours and free
 * of personal data, so that it may be logged; `detail` is the vendor's own
 * sentence, which may name a customer and is kept with the order only.
 */
export class PosError extends Error {
  readonly kind: PosErrorKind
  /** The vendor may have done it although no good answer came. */
  readonly maybeDone: boolean
  readonly detail: string | null
  /** HTTP status of the answer, when there was one. */
  readonly status: number | null

  constructor(
    kind: PosErrorKind,
    message: string,
    facts: {
      maybeDone?: boolean
      detail?: string | null
      status?: number | null
    } = {}
  ) {
    super(message)
    this.name = "PosError"
    this.kind = kind
    this.maybeDone = facts.maybeDone ?? false
    this.detail = facts.detail ?? null
    this.status = facts.status ?? null
  }

  /** Message and the vendor's sentence, for the person who looks at the order. */
  get explanation(): string {
    return this.detail ? `${this.message} ${this.detail}` : this.message
  }
}

/** Whether something that was thrown is a `PosError`. */
export function isPosError(error: unknown): error is PosError {
  return error instanceof PosError
}
