import { type DemoProduct, PRODUCTS, tradeOf, type Trade } from "../catalogue"
import type { Random } from "../random/random"

export type BasketLine = { sku: string; quantity: number }

const SIZES: readonly (readonly [lines: number, weight: number])[] = [
  [1, 24],
  [2, 33],
  [3, 24],
  [4, 13],
  [5, 6],
]

const QUANTITIES: readonly (readonly [number, number])[] = [
  [1, 70],
  [2, 22],
  [3, 8],
]

/** How often a line is one of the customer's favourites. */
const FAVOURITE = 0.72
const FAVOURITES = 5

/** Products a customer comes back to. */
export function drawFavourites(trades: Trade[], random: Random): DemoProduct[] {
  return random.some(productsOf(trades), FAVOURITES)
}

/**
 * What is in one order: nothing twice, and nothing that has to be ordered
 * longer ahead than `leadDays`.
 */
export function drawBasket(
  trades: Trade[],
  favourites: DemoProduct[],
  leadDays: number,
  random: Random
): BasketLine[] {
  const fits = (product: DemoProduct) => leadDaysOf(product) <= leadDays
  const known = favourites.filter(fits)
  const all = productsOf(trades).filter(fits)
  const basket = new Map<string, BasketLine>()
  for (let line = random.weighted(SIZES); line > 0; line--) {
    const shelf = known.length && random.chance(FAVOURITE) ? known : all
    const { sku } = random.pick(random.pick(shelf).variants)
    basket.set(sku, { sku, quantity: random.weighted(QUANTITIES) })
  }
  return [...basket.values()]
}

/** Days a product is ordered ahead; 0 for what is on the shelf. */
export function leadDaysOf({ preOrder }: DemoProduct): number {
  return preOrder?.lead_days ?? 0
}

function productsOf(trades: Trade[]): DemoProduct[] {
  return PRODUCTS.filter(({ category }) => trades.includes(tradeOf(category)))
}
