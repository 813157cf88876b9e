/** `12,480` in the viewer's language. */
export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count)
}

/** `3.4` in the viewer's language. */
export function formatDecimal(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value)
}

/** `42%` of a share between 0 and 1. */
export function formatShare(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 0,
  }).format(share)
}

/** `2m 05s` of seconds, in the viewer's language; hours where there are any. */
export function formatLength(seconds: number, locale: string): string {
  const whole = Math.round(seconds)
  const unit = (name: "hour" | "minute" | "second", value: number) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "narrow",
    }).format(value)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60)]
  if (hours) {
    return `${unit("hour", hours)} ${unit("minute", minutes % 60)}`
  }
  return minutes
    ? `${unit("minute", minutes)} ${unit("second", whole % 60)}`
    : unit("second", whole)
}
