import fc from "fast-check"

import type { RolledEvent } from "../../facts/rolled-event"

/** An hour in the middle of a day. */
export const NOON = Date.parse("2026-03-10T12:00:00Z")

export type VisitorEvent = RolledEvent & { anonymous_id: string }

/** A page seen, some minutes after noon; anything else as told. */
export function seen(
  minutes: number,
  values: Partial<VisitorEvent> = {}
): VisitorEvent {
  const occurred_at = new Date(NOON + minutes * 60_000)
  return {
    source_id: "apk_1",
    type: "page",
    name: null,
    anonymous_id: "visitor-1",
    is_bot: false,
    occurred_at,
    received_at: occurred_at,
    day: occurred_at.toISOString().slice(0, 10),
    is_from_device: true,
    path: "/",
    url: null,
    referrer: null,
    product_id: null,
    query: null,
    utm_source: null,
    utm_medium: null,
    utm_campaign: null,
    dwell_seconds: null,
    left_after_seconds: null,
    user_agent: null,
    is_mobile: null,
    ...values,
  }
}

const PATHS = ["/", "/cakes", "/products/tart", "/cart"]

/** Events of one visitor at different instants over three days, in any order. */
export function anyEvents(
  campaigns: readonly (string | null)[],
  dwells: readonly (string | null)[] = [null]
) {
  return fc
    .uniqueArray(
      fc.record({
        seconds: fc.integer({ min: 0, max: 3 * 24 * 3600 }),
        isPage: fc.boolean(),
        path: fc.constantFrom(...PATHS),
        campaign: fc.constantFrom(...campaigns),
        dwell: fc.constantFrom(...dwells),
        // Half of them within minutes of each other.
        isNear: fc.boolean(),
      }),
      {
        selector: ({ seconds, isNear }) => (isNear ? seconds % 7200 : seconds),
        maxLength: 40,
      }
    )
    .map((drawn) =>
      drawn.map(({ seconds, isPage, path, campaign, dwell, isNear }) =>
        seen((isNear ? seconds % 7200 : seconds) / 60, {
          type: isPage ? "page" : "track",
          name: isPage ? null : "Product Added",
          path,
          utm_source: campaign,
          dwell_seconds: isPage ? null : dwell,
        })
      )
    )
}
