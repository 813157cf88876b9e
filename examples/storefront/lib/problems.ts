import { FetchError } from "@medusajs/js-sdk"

/** The status of a refused request; undefined when no answer came at all. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof FetchError ? error.status : undefined
}

/** An error in words for the person who shops. */
export function problemOf(error: unknown): string {
  const status = statusOf(error)
  if (error instanceof Error && status !== undefined && status < 500) {
    return error.message
  }
  return status === undefined && error instanceof TypeError
    ? "The shop cannot be reached. Check your connection, then try again."
    : "The shop could not do that just now. Try again in a moment."
}

/** Whether the shop understood and said no. */
export function isRefused(error: unknown): boolean {
  return [409, 422].includes(statusOf(error) ?? 0)
}
