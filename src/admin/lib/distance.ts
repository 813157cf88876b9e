/** `12.3 km`, or `400 m` for a short way, in the viewer's language. */
export function formatDistance(meters: number, locale: string): string {
  const far = meters >= 1_000
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: far ? "kilometer" : "meter",
    maximumFractionDigits: far ? 1 : 0,
  }).format(far ? meters / 1_000 : meters)
}
