import { useStore } from "@medusajs/dashboard/hooks"

/**
 * The currency of a window's price when there is no doubt about it: prices are
 * in the cart's currency, so it is only known in a shop with one.
 */
export function useShopCurrency(): string | null {
  const { store } = useStore()
  const currencies = store?.supported_currencies ?? []
  return currencies.length === 1 ? (currencies[0]?.currency_code ?? null) : null
}
