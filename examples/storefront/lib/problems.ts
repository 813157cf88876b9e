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

/** Why a slot could not be kept. The slots are shown again in each case. */
export function slotProblem(error: unknown): string {
  switch (statusOf(error)) {
    case 409:
      return "Somebody else took the last place at that time. Please choose another."
    case 422:
      return "That time can no longer be booked for your address. Please choose another."
    default:
      return problemOf(error)
  }
}
