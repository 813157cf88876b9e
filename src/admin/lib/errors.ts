import { FetchError } from "@medusajs/js-sdk"

/** HTTP status of a failed call, or null when it never reached the server. */
export function statusOf(error: unknown): number | null {
  return error instanceof FetchError ? (error.status ?? null) : null
}

/** What the server said, or the fallback when it said nothing. */
export function messageOf(error: unknown, fallback: string): string {
  return error instanceof Error && error.message ? error.message : fallback
}
