const day = (instant: Date, locale: string, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium" }).format(
    instant
  )

/** The day from which points can be spent, in the shop's zone. */
export const firstDay = (
  availableAt: string,
  locale: string,
  timeZone?: string
): string => day(new Date(availableAt), locale, timeZone)

/** The last day on which points can be spent: they expire when it ends. */
export const lastDay = (
  expiresAt: string,
  locale: string,
  timeZone?: string
): string => day(new Date(Date.parse(expiresAt) - 1), locale, timeZone)
