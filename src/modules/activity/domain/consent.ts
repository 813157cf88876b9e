import { CollectorSettings, policyAt } from "./collector-settings"
import {
  saidByEvent,
  sendsDoNotTrack,
  sendsGlobalPrivacyControl,
} from "./consent-signals"

export type { CollectorSettings, ConsentPolicy } from "./collector-settings"
export { DEFAULT_COLLECTOR_SETTINGS } from "./collector-settings"

/**
 * What is known of a visitor's consent to being analysed when an event arrives.
 *
 * - `granted`, `denied`: the request or the event says so
 * - `assumed`: nothing is said, and where the visitor is that means yes
 * - `unknown`: nothing is said, and where the visitor is that means no
 */
export type Consent = "granted" | "denied" | "assumed" | "unknown"

/** Where a visitor's choice may be found. */
export type ConsentSignals = {
  /** Of the request, names in lower case. */
  headers: Record<string, string | string[] | undefined>
  /** ISO 3166-1 alpha-2 or ISO 3166-2, upper case; null when nobody knows. */
  country: string | null
  context: Record<string, unknown>
  properties: Record<string, unknown>
}

/**
 * Whether an event may be kept as its visitor's, by what comes with it. In the
 * order of strength: Global Privacy Control and, where the shop honours it,
 * `DNT: 1`, which mean no whatever else is said; what the event says; the policy
 * of the place. Before that policy the store asks what the visitor chose
 * earlier: a choice decides `assumed` and `unknown`.
 */
export function decideConsent(
  { headers, country, context, properties }: ConsentSignals,
  { consent }: Pick<CollectorSettings, "consent">
): Consent {
  if (
    sendsGlobalPrivacyControl(headers) ||
    (consent.honour_dnt && sendsDoNotTrack(headers))
  ) {
    return "denied"
  }
  const said = saidByEvent({ context, properties }, consent.categories)
  return said ?? bySilence(country, consent)
}

const bySilence = (
  place: string | null,
  consent: CollectorSettings["consent"]
): Consent => (policyAt(place, consent) === "lenient" ? "assumed" : "unknown")

/**
 * Whether an event is kept as its visitor's.
 *
 * @param consent - what came with the event
 * @param choice - what the visitor chose before; null when nothing
 */
export function mayKeep(consent: Consent, choice: boolean | null): boolean {
  switch (consent) {
    case "granted":
      return true
    case "denied":
      return false
    default:
      return choice ?? consent === "assumed"
  }
}

/**
 * What is left of an event without consent: that it happened. The message id
 * stays, so that a repeat is not counted again.
 */
export function withoutPerson<
  Event extends {
    anonymous_id: string | null
    user_id: string | null
    claimed_customer_id: string | null
    properties: string
    context: string
  },
>(event: Event): Event {
  return {
    ...event,
    anonymous_id: null,
    user_id: null,
    claimed_customer_id: null,
    properties: "{}",
    context: "{}",
  }
}
