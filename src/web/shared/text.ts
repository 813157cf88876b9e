/**
 * Picks the first of the viewer's languages that a page speaks. The region is
 * kept for dates and times: `en-GB` reads 16:00 where `en-US` reads 4:00 PM.
 *
 * @param dictionaries - by language code; there is an `en`
 */
export function pickTexts<T>(
  dictionaries: Readonly<Record<string, T>> & { en: T },
  languages: readonly string[]
): { locale: string; texts: T } {
  for (const locale of languages) {
    const texts = dictionaries[locale.toLowerCase().split("-")[0]]
    if (texts) {
      return { locale, texts }
    }
  }
  return { locale: "en", texts: dictionaries.en }
}

/** Fills `{name}` in a text. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}
