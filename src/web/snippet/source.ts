/** Where a visit came from, in the words of Segment's `context`. */
export type Source = {
  /** Of the `utm_` parameters; `utm_campaign` is `name`. */
  campaign?: Record<string, string>
  referrer: {
    /** The page of another site that led here. */
    url?: string
    /** Name of the click id an advertisement left, such as `gclid`. */
    type?: string
    /** The click id itself. */
    id?: string
    /** The page the visitor landed on. */
    link: string
  }
}

/** A visit, as it is kept between pages. */
export type Visit = {
  /** Last time something was done, in ms. */
  at: number
  source: Source
}

/** A visit ends when nothing was done for this long, in ms. */
const VISIT_MS = 30 * 60_000

/** Such as gclid, fbclid, msclkid, wbraid. */
const CLICK_ID = /clid$|clkid$|braid$|^(li_fat_id|rdt_cid|epik)$/
/** Parameters that may say who somebody is, or let somebody in. */
const PRIVATE =
  /token|secret|passw|session|mail|phone|(^|_)(key|code|auth|name)$/i

/**
 * An address as it may be told: without the fragment and without parameters
 * that look like somebody's address, name or way in.
 */
export function withoutSecrets(href: string): string {
  const url = new URL(href)
  url.hash = url.username = url.password = ""
  for (const [name, value] of [...url.searchParams]) {
    if (PRIVATE.test(name) || value.includes("@")) {
      url.searchParams.delete(name)
    }
  }
  return url.href
}

/**
 * @param href - address of the page the visitor arrived at
 * @param referrer - address of the page before it; empty when there is none
 */
export function readSource(href: string, referrer: string): Source {
  const { searchParams, origin } = new URL(href)
  const campaign: Record<string, string> = {}
  const source: Source = { referrer: { link: withoutSecrets(href) } }
  for (const [name, value] of searchParams) {
    if (name.startsWith("utm_") && value) {
      campaign[name === "utm_campaign" ? "name" : name.slice(4)] = value
      source.campaign = campaign
    } else if (CLICK_ID.test(name) && value) {
      source.referrer.type = name
      source.referrer.id = value
    }
  }
  if (referrer && !referrer.startsWith(`${origin}/`)) {
    source.referrer.url = withoutSecrets(referrer)
  }
  return source
}

/**
 * The visit that goes on, or a new one: after half an hour without anything, or
 * when another advertisement was followed. The first source of a visit stays.
 *
 * @param kept - the visit so far
 * @param arrival - where the visitor comes from now
 * @param now - in ms
 */
export function visitOf(
  kept: Visit | null,
  arrival: Source,
  now: number
): Visit {
  const goesOn = kept && now - kept.at < VISIT_MS && !isOther(kept, arrival)
  return { at: now, source: goesOn ? kept.source : arrival }
}

function isOther({ source }: Visit, arrival: Source): boolean {
  const trace = ({ campaign, referrer: { id } }: Source) =>
    JSON.stringify([campaign, id])
  return trace(arrival) !== "[null,null]" && trace(arrival) !== trace(source)
}
