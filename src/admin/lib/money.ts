/**
 * Formats an amount in major units.
 *
 * @param amount - major units, for example `12.5` for twelve and a half dollars
 * @param currencyCode - ISO 4217 in any case; without it a plain number is shown
 */
export function formatMoney(
  amount: number,
  currencyCode: string | null,
  locale: string
): string {
  return new Intl.NumberFormat(
    locale,
    currencyCode
      ? { style: "currency", currency: currencyCode.toUpperCase() }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  ).format(amount)
}
