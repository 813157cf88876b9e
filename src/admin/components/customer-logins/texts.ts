import type { LoginDevice, LoginPlace } from "../../../sdk/types"

/** `Safari 17, iOS`; null when the browser said nothing of itself. */
export function deviceText({
  browser,
  browser_version,
  system,
}: Omit<LoginDevice, "class">): string | null {
  const name = [browser, browser && browser_version].filter(Boolean).join(" ")
  return [name, system].filter(Boolean).join(", ") || null
}

/** `San Francisco, CA, United States`; null when nothing is known. */
export function placeText(
  place: LoginPlace | null,
  locale: string
): string | null {
  if (!place) {
    return null
  }
  const { city, region, country } = place
  // A region's code says nothing without its country.
  return (
    [city, country && region, country && countryName(country, locale)]
      .filter(Boolean)
      .join(", ") || null
  )
}

function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code
  } catch {
    // A file of places may hold a code that the browser does not know.
    return code
  }
}

/** `45 sec`, `4 min` or `1 hr, 5 min` in the viewer's language. */
export function durationText(seconds: number, locale: string): string {
  const unit = (value: number, name: "second" | "minute" | "hour") =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
    }).format(value)
  if (seconds < 60) {
    return unit(seconds, "second")
  }
  const minutes = Math.round(seconds / 60)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return new Intl.ListFormat(locale, { type: "unit", style: "short" }).format([
    ...(hours ? [unit(hours, "hour")] : []),
    ...(rest || !hours ? [unit(rest, "minute")] : []),
  ])
}
