/** What the snippet's own script element says. */
export type Settings = {
  /** Where events go, with a slash at its end: the folder of the script. */
  collector: string
  /** Publishable API key of the shop. */
  writeKey: string
  /** Whether silence means no (`data-consent="required"`). */
  isConsentRequired: boolean
  /** Name of the query parameter that holds a search (`data-search="q"`). */
  searchParameter: string | undefined
  /** Whether the site tells its page views by hand (`data-pages="manual"`). */
  isManual: boolean
}

/**
 * Reads `<script src=".../collect/snippet.js" data-key="pk_...">`.
 *
 * @returns null without an address or a key
 */
export function readSettings(
  script: Pick<HTMLScriptElement, "src" | "dataset"> | null
): Settings | null {
  if (!script?.src || !script.dataset.key) {
    return null
  }
  const { key, consent, search, pages } = script.dataset
  return {
    collector: new URL(".", script.src).href,
    writeKey: key,
    isConsentRequired: consent === "required",
    searchParameter: search,
    isManual: pages === "manual",
  }
}
