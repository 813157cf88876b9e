/** Parameters of an address that posthog-js reads and sends with every event. */
const CAMPAIGN = new Set([
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_content",
  "utm_term",
  "gad_source",
  "mc_cid",
  "gclid",
  "gclsrc",
  "dclid",
  "gbraid",
  "wbraid",
  "fbclid",
  "msclkid",
  "twclid",
  "li_fat_id",
  "igshid",
  "ttclid",
  "rdt_cid",
  "epik",
  "qclid",
  "sccid",
  "oppref",
  "bfcid",
  "irclid",
  "_kx",
  "ph_keyword",
])

/** Whether the client sent a property by itself, not the shop. */
export function isOfClient(name: string): boolean {
  return name.startsWith("$") || CAMPAIGN.has(name)
}
