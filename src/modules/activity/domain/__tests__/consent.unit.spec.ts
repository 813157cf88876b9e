import fc from "fast-check"

import {
  CollectorSettings,
  DEFAULT_COLLECTOR_SETTINGS,
  EUROPE,
  policyAt,
} from "../collector-settings"
import { Consent, ConsentSignals, decideConsent, mayKeep } from "../consent"

const settings = (
  consent: Partial<CollectorSettings["consent"]> = {}
): CollectorSettings => ({
  ...DEFAULT_COLLECTOR_SETTINGS,
  consent: { ...DEFAULT_COLLECTOR_SETTINGS.consent, ...consent },
})
const decide = (
  signals: Partial<ConsentSignals>,
  consent: Partial<CollectorSettings["consent"]> = {}
): Consent =>
  decideConsent(
    { headers: {}, country: null, context: {}, properties: {}, ...signals },
    settings(consent)
  )

describe("decideConsent", () => {
  it.each<[string, Partial<ConsentSignals>, Consent]>([
    ["nothing", {}, "assumed"],
    ["GPC", { headers: { "sec-gpc": "1" } }, "denied"],
    ["no GPC", { headers: { "sec-gpc": "0" } }, "assumed"],
    ["DNT", { headers: { dnt: "1" } }, "denied"],
    [
      "Consent Mode's no",
      { context: { consent: { analytics_storage: "denied" } } },
      "denied",
    ],
    [
      "Consent Mode's yes, in Germany",
      {
        country: "DE",
        context: {
          consent: { analytics_storage: "granted", ad_storage: "denied" },
        },
      },
      "granted",
    ],
    [
      "Consent Mode about advertising only",
      { context: { consent: { ad_storage: "denied" } } },
      "assumed",
    ],
    [
      "Segment's no",
      {
        context: {
          consent: { categoryPreferences: { Analytics: false, Ads: true } },
        },
      },
      "denied",
    ],
    [
      "Segment's yes",
      { context: { consent: { categoryPreferences: { analytics: true } } } },
      "granted",
    ],
    [
      "Segment about another category",
      { context: { consent: { categoryPreferences: { Ads: false } } } },
      "assumed",
    ],
    [
      "two that contradict each other",
      {
        context: {
          consent: {
            analytics_storage: "granted",
            categoryPreferences: { analytics: false },
          },
        },
      },
      "denied",
    ],
    [
      "RudderStack's yes",
      { context: { consentManagement: { allowedConsentIds: ["analytics"] } } },
      "granted",
    ],
    [
      "RudderStack's no",
      {
        context: {
          consentManagement: {
            allowedConsentIds: ["ads"],
            deniedConsentIds: ["ANALYTICS"],
          },
        },
      },
      "denied",
    ],
    [
      "RudderStack without an id of the visitor",
      { context: { trulyAnonymousTracking: true } },
      "denied",
    ],
    [
      "PostHog without cookies",
      { properties: { $cookieless_mode: true } },
      "denied",
    ],
    ["Germany", { country: "DE" }, "unknown"],
    ["Switzerland", { country: "CH" }, "unknown"],
    ["the United States", { country: "US" }, "assumed"],
    [
      "nonsense",
      {
        context: {
          consent: ["denied"],
          consentManagement: { deniedConsentIds: "analytics" },
        },
      },
      "assumed",
    ],
  ])("takes %s for what it is", (_, signals, expected) => {
    expect(decide(signals)).toBe(expected)
  })

  it("leaves DNT to the shop, and the words of its banner", () => {
    expect(decide({ headers: { dnt: "1" } }, { honour_dnt: false })).toBe(
      "assumed"
    )
    const context = {
      consentManagement: { deniedConsentIds: ["C0002"] },
    }
    expect(decide({ context })).toBe("assumed")
    expect(decide({ context }, { categories: ["c0002"] })).toBe("denied")
  })

  const flag = fc.constantFrom(undefined, "0", "1")
  const answer = fc.constantFrom(undefined, "granted", "denied")
  const maybe = fc.constantFrom(undefined, true, false)
  const signals = fc.record({
    headers: fc.record({ "sec-gpc": flag, dnt: flag }),
    country: fc.constantFrom(null, "DE", "US", "US-CA", "BR"),
    context: fc.record({
      consent: fc.record({
        analytics_storage: answer,
        categoryPreferences: fc.record({ analytics: maybe }),
      }),
      trulyAnonymousTracking: maybe,
    }),
    properties: fc.record({ $cookieless_mode: maybe }),
  })
  const policy = fc.constantFrom<"strict" | "lenient">("strict", "lenient")
  const consent = fc.record({
    standard: policy,
    europe: policy,
    places: fc.array(
      fc.record({ place: fc.constantFrom("US", "US-CA", "DE"), policy })
    ),
    honour_dnt: fc.boolean(),
    categories: fc.subarray(["analytics", "other"]),
  })
  const choice = fc.constantFrom(null, true, false)

  it("never keeps an event under Global Privacy Control", () => {
    fc.assert(
      fc.property(signals, consent, choice, (given, rules, chosen) => {
        const found = decideConsent(
          { ...given, headers: { ...given.headers, "sec-gpc": "1" } },
          settings(rules)
        )
        expect(found).toBe("denied")
        expect(mayKeep(found, chosen)).toBe(false)
      })
    )
  })

  it("never keeps after one signal more what was denied without it", () => {
    fc.assert(
      fc.property(signals, signals, consent, choice, (a, b, rules, chosen) => {
        // What a says stays, what it is silent about is said by b.
        const both: ConsentSignals = {
          country: a.country,
          headers: silentFilled(a.headers, b.headers),
          properties: silentFilled(a.properties, b.properties),
          context: {
            ...silentFilled(a.context, b.context),
            consent: {
              analytics_storage:
                a.context.consent.analytics_storage ??
                b.context.consent.analytics_storage,
              categoryPreferences: silentFilled(
                a.context.consent.categoryPreferences,
                b.context.consent.categoryPreferences
              ),
            },
          },
        }
        if (decideConsent(a, settings(rules)) === "denied") {
          const found = decideConsent(both, settings(rules))
          expect(found).toBe("denied")
          expect(mayKeep(found, chosen)).toBe(false)
        }
      })
    )
  })

  it("keeps nothing in a strict place unless somebody agreed", () => {
    fc.assert(
      fc.property(signals, choice, (given, chosen) => {
        const strict = settings({
          standard: "strict",
          europe: "strict",
          places: [],
        })
        const found = decideConsent(given, strict)
        if (mayKeep(found, chosen)) {
          expect(found === "granted" || chosen === true).toBe(true)
        }
      })
    )
  })
})

describe("policyAt", () => {
  const rules = settings({
    places: [
      { place: "US-CA", policy: "strict" },
      { place: "NO", policy: "lenient" },
    ],
  }).consent

  it("follows the narrowest rule that names the place", () => {
    expect(policyAt("US-CA", rules)).toBe("strict")
    expect(policyAt("US-NY", rules)).toBe("lenient")
    expect(policyAt("NO", rules)).toBe("lenient")
    expect(policyAt("SE", rules)).toBe("strict")
    expect(policyAt(null, rules)).toBe("lenient")
  })

  it("knows the 32 countries that ask first", () => {
    expect(EUROPE.size).toBe(32)
    for (const country of EUROPE) {
      expect(policyAt(country, DEFAULT_COLLECTOR_SETTINGS.consent)).toBe(
        "strict"
      )
    }
  })
})

/** What `first` leaves out is taken from `second`. */
function silentFilled<Values extends Record<string, unknown>>(
  first: Values,
  second: Values
): Values {
  const said = Object.entries(first).filter(([, value]) => value !== undefined)
  return Object.assign({ ...second }, Object.fromEntries(said))
}
