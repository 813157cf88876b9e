import type { Answer } from "../shared/answer"
import { tooManyRequests } from "./errors"
import type { Switches } from "./switches"

/**
 * Requests per minute and key.
 * Source: https://api.pos.dutchie.com/pages/rate-limits.html and the text of
 * each operation in the OpenAPI description.
 */
export const PER_MINUTE = {
  standard: 120,
  high: 200,
  reporting: 60,
  bulk: 10,
  customer: 1500,
  customerSearch: 360,
  deliveries: 100,
  preorderCancel: 240,
  preorderPrice: 240,
  transactions: 600,
  loyaltySnapshot: 1,
} as const

const MINUTE = 60_000

/** Counts requests in minutes of the simulator's clock. */
export class RateLimits {
  private windows = new Map<string, { minute: number; count: number }>()

  /**
   * Counts a request.
   *
   * @returns the refusal when it was one too many
   */
  take(
    caller: { key: string; path: string; perMinute: number },
    now: Date,
    { retry_after }: Pick<Switches, "retry_after">
  ): Answer | undefined {
    const minute = Math.floor(now.getTime() / MINUTE)
    const name = `${caller.key} ${caller.path}`
    const known = this.windows.get(name)
    const window = known?.minute === minute ? known : { minute, count: 0 }
    window.count += 1
    this.windows.set(name, window)
    if (window.count <= caller.perMinute) {
      return undefined
    }
    const end = new Date((minute + 1) * MINUTE)
    const seconds = Math.ceil((end.getTime() - now.getTime()) / 1000)
    const value = { off: null, seconds, date: end.toUTCString() }[retry_after]
    return tooManyRequests(
      caller.perMinute,
      value === null ? {} : { "retry-after": String(value) }
    )
  }

  clear(): void {
    this.windows.clear()
  }
}
