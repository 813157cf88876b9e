import type { HttpTypes } from "@medusajs/types"

type Variant = HttpTypes.StoreProductVariant

/** @param amount - major units, as Medusa has them */
export function money(
  amount: number,
  currencyCode: string,
  locale: string
): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currencyCode.toUpperCase(),
  }).format(amount)
}

/** What one costs in the visitor's region; null when it is not sold there. */
export function priceOf(variant: Variant): number | null {
  return variant.calculated_price?.calculated_amount ?? null
}

/** What it cost before a sale; null when it is not on sale. */
export function priceBeforeSale(variant: Variant): number | null {
  const before = variant.calculated_price?.original_amount ?? null
  const now = priceOf(variant)
  return before !== null && now !== null && before > now ? before : null
}

/** The cheapest variant's price, and whether others cost more. */
export function priceFrom(
  variants: Variant[]
): { amount: number; isRange: boolean } | null {
  const amounts = variants.map(priceOf).filter((amount) => amount !== null)
  return amounts.length
    ? {
        amount: Math.min(...amounts),
        isRange: Math.min(...amounts) !== Math.max(...amounts),
      }
    : null
}

/** Whether at least one can be bought. */
export function isAvailable(variant: Variant): boolean {
  return (
    priceOf(variant) !== null &&
    (!variant.manage_inventory ||
      Boolean(variant.allow_backorder) ||
      (variant.inventory_quantity ?? 0) > 0)
  )
}
