/** What somebody said about analytics; null when nothing was said. */
export type Said = "granted" | "denied" | null

type Headers = Record<string, string | string[] | undefined>
type Json = Record<string, unknown>

/**
 * Whether the browser sends Global Privacy Control. It binds: in several of the
 * United States it is an opt-out by law.
 *
 * @see https://w3c.github.io/gpc/
 * @param headers - names in lower case
 */
export function sendsGlobalPrivacyControl(headers: Headers): boolean {
  return headers["sec-gpc"] === "1"
}

/** Whether the browser sends the older `DNT: 1`, which nothing binds to. */
export function sendsDoNotTrack(headers: Headers): boolean {
  return headers["dnt"] === "1"
}

/**
 * What an event itself says about analytics, in any of the ways in which
 * clients and consent banners say it. One no outweighs every yes.
 *
 * @param event.context - of the message, the batch's merged in
 * @param event.properties - of the message
 * @param categories - what the shop's banner calls analytics
 */
export function saidByEvent(
  { context, properties }: { context: Json; properties: Json },
  categories: readonly string[]
): Said {
  const { consent, consentManagement } = context
  return strictest([
    isJson(consent) ? byConsentMode(consent) : null,
    isJson(consent) ? byPreferences(consent, categories) : null,
    isJson(consentManagement) ? byIds(consentManagement, categories) : null,
    withoutCookies(context, properties),
  ])
}

/** One no outweighs every yes. */
export function strictest(answers: readonly Said[]): Said {
  if (answers.includes("denied")) {
    return "denied"
  }
  return answers.includes("granted") ? "granted" : null
}

/**
 * Google's Consent Mode v2, handed on in the context: `analytics_storage`.
 * What it says about advertising stays in the context as it came.
 *
 * @see https://developers.google.com/tag-platform/security/concepts/consent-mode
 */
function byConsentMode({ analytics_storage }: Json): Said {
  return analytics_storage === "granted" || analytics_storage === "denied"
    ? analytics_storage
    : null
}

/**
 * `categoryPreferences` of Segment's consent wrappers: a category's name and
 * whether it was agreed to.
 *
 * @see https://www.segment.com/docs/privacy/consent-management/consent-in-segment-connections/
 */
function byPreferences(
  { categoryPreferences }: Json,
  categories: readonly string[]
): Said {
  if (!isJson(categoryPreferences)) {
    return null
  }
  return strictest(
    Object.entries(categoryPreferences)
      .filter(([name]) => isCategory(name, categories))
      .map(([, agreed]) => saidYesOrNo(agreed))
  )
}

/** `allowedConsentIds` and `deniedConsentIds` of RudderStack's browser client. */
function byIds(
  { allowedConsentIds, deniedConsentIds }: Json,
  categories: readonly string[]
): Said {
  const names = (ids: unknown) =>
    Array.isArray(ids) && ids.some((id) => isCategory(id, categories))
  return strictest([
    names(allowedConsentIds) ? "granted" : null,
    names(deniedConsentIds) ? "denied" : null,
  ])
}

/**
 * A client that may not remember the visitor says so: RudderStack's in its
 * context, PostHog's in its properties.
 */
function withoutCookies(
  { trulyAnonymousTracking }: Json,
  { $cookieless_mode }: Json
): Said {
  return trulyAnonymousTracking === true || $cookieless_mode === true
    ? "denied"
    : null
}

function isCategory(name: unknown, categories: readonly string[]): boolean {
  return (
    typeof name === "string" &&
    categories.some((each) => each.toLowerCase() === name.toLowerCase())
  )
}

function saidYesOrNo(agreed: unknown): Said {
  if (typeof agreed !== "boolean") {
    return null
  }
  return agreed ? "granted" : "denied"
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
