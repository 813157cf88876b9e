import { factText } from "../facts/fact-text"
import type { RolledEvent } from "../facts/rolled-event"
import type { Visit } from "./visit"

export type Attribution = Pick<
  Visit,
  "referrer" | "source" | "medium" | "campaign" | "is_tagged"
>

const DIRECT = "(direct)"
const NONE = "(none)"
const MAX_TEXT = 80

/**
 * Ids that advertisers add to the address of a click, and what they mean where
 * no UTM parameter says it. Facebook adds its own to every link, paid or not.
 */
const CLICK_IDS: [parameter: string, source: string, medium: string][] = [
  ["gclid", "google", "cpc"],
  ["gbraid", "google", "cpc"],
  ["wbraid", "google", "cpc"],
  ["msclkid", "bing", "cpc"],
  ["fbclid", "facebook", "social"],
  ["ttclid", "tiktok", "social"],
  ["twclid", "twitter", "social"],
  ["li_fat_id", "linkedin", "social"],
]

/** Sites by the name in their host, whatever the country: `google.co.uk`. */
const SEARCH = names(
  "google bing duckduckgo yahoo ecosia baidu yandex qwant startpage brave coccoc"
)
const SOCIAL = names(
  "facebook instagram tiktok twitter x linkedin pinterest reddit youtube threads zalo"
)
/** Short hosts that stand for one of them. */
const SHORT = new Map([
  ["t.co", "twitter"],
  ["lnkd.in", "linkedin"],
  ["youtu.be", "youtube"],
  ["pin.it", "pinterest"],
])

/**
 * Where somebody came from, by the page that was seen first: UTM parameters
 * win, then the id of a click, then the page that led here. The shop's own
 * pages lead nowhere.
 */
export function attributionOf(
  event: Pick<
    RolledEvent,
    "url" | "referrer" | "utm_source" | "utm_medium" | "utm_campaign"
  >
): Attribution {
  const referrer = foreignHost(hostOf(event.referrer), hostOf(event.url))
  const query = queryOf(event.url)
  const said = (value: string | null, parameter: string) =>
    factText(value ?? query?.get(parameter), MAX_TEXT)
  const source = said(event.utm_source, "utm_source")?.toLowerCase()
  const medium = said(event.utm_medium, "utm_medium")?.toLowerCase()
  const campaign = said(event.utm_campaign, "utm_campaign")
  const click = query && CLICK_IDS.find(([parameter]) => query.has(parameter))
  if (source || medium || campaign || click) {
    const found = bySite(referrer)
    return {
      referrer,
      source: source ?? click?.[1] ?? found.source,
      medium: medium ?? click?.[2] ?? found.medium,
      campaign,
      is_tagged: true,
    }
  }
  return { referrer, ...bySite(referrer), campaign: null, is_tagged: false }
}

/** Where a visit came from by the host that led here. */
function bySite(host: string | null): Pick<Visit, "source" | "medium"> {
  if (!host) {
    return { source: DIRECT, medium: NONE }
  }
  const parts = host.split(".")
  const short = SHORT.get(host)
  if (short) {
    return { source: short, medium: "social" }
  }
  const search = parts.find((part) => SEARCH.has(part))
  if (search) {
    return { source: search, medium: "organic" }
  }
  // Not in the last part: a site in the domain `.x` is not Twitter.
  const social = parts.slice(0, -1).find((part) => SOCIAL.has(part))
  return social
    ? { source: social, medium: "social" }
    : { source: host, medium: "referral" }
}

/** The referring host; null for the page's own site. */
function foreignHost(host: string | null, own: string | null): string | null {
  const isOwn =
    host &&
    own &&
    (host === own || host.endsWith(`.${own}`) || own.endsWith(`.${host}`))
  return isOwn ? null : host
}

const HOST = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i

/** The host of an address on the web, without `www.`. */
function hostOf(address: string | null): string | null {
  const [, host] = HOST.exec(address ?? "") ?? []
  return factText(host?.toLowerCase(), MAX_TEXT)
}

/** What stands between the first `?` of an address and its fragment. */
function queryOf(address: string | null): URLSearchParams | null {
  const [, query] = /^[^?#]*\?([^#]+)/.exec(address ?? "") ?? []
  return query ? new URLSearchParams(query) : null
}

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(" "))
}
