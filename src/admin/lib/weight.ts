const GRAMS = 1_000

/** `40.5 kg` in the viewer's language, given in grams. */
export const formatWeight = (grams: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "kilogram",
    maximumFractionDigits: 3,
  }).format(grams / GRAMS)
