import { IncomingHttpHeaders } from "node:http"

/** A place as a database of addresses knows it. */
type KnownPlace = { country: string | null; region: string | null }

const COUNTRY = /^[A-Z]{2}$/
const REGION = /^[A-Z0-9]{1,3}$/

/** What proxies send for an address that is nowhere, or for Tor. */
const NOWHERE = new Set(["XX", "ZZ", "T1"])

/** In which header a proxy says the part of the country, beside the country. */
const REGION_HEADERS: Record<string, string> = {
  "cf-ipcountry": "cf-region-code",
  "x-vercel-ip-country": "x-vercel-ip-country-region",
  "cloudfront-viewer-country": "cloudfront-viewer-country-region",
}

/**
 * Where a request comes from, as coarse as consent needs it: what the shop's own
 * proxy says, else what a database of addresses on this machine does.
 *
 * @param headers - of the request
 * @param options.countryHeader - the proxy's header in lower case; without one
 * no header is believed, because anybody can send it
 * @param options.locate - looks the request's address up; it is not kept
 * @returns ISO 3166-2 (`US-CA`), ISO 3166-1 alpha-2 (`DE`), or null
 */
export function countryOf(
  headers: IncomingHttpHeaders,
  {
    countryHeader,
    locate,
  }: { countryHeader?: string; locate: () => KnownPlace | null }
): string | null {
  const said = countryHeader && single(headers[countryHeader])
  if (countryHeader && said) {
    return placeCode(said, single(headers[REGION_HEADERS[countryHeader] ?? ""]))
  }
  const found = locate()
  return found && placeCode(found.country, found.region)
}

function placeCode(
  country: string | null | undefined,
  region: string | null | undefined
): string | null {
  const code = country?.trim().toUpperCase() ?? ""
  if (!COUNTRY.test(code) || NOWHERE.has(code)) {
    return null
  }
  const part = region?.trim().toUpperCase() ?? ""
  return REGION.test(part) ? `${code}-${part}` : code
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
