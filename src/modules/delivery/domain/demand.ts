/**
 * What a cart or an order takes of a slot beside its place, and of its products
 * on the slot's day.
 */
export type Demand = {
  /** All goods together. */
  weight_grams: number
  /** One stop in its district. */
  minutes: number
  /** Each product once, in order of id. */
  products: { product_id: string; quantity: number }[]
}

/** A line of a cart or an order. */
export type GoodsLine = {
  /** Null for a line that stands for no product. */
  product_id: string | null
  quantity: number
  /** Of one piece, as the price list has it, major units. */
  unit_price: number
  /** Of one piece: its variant's weight, else its product's, else 0. */
  weight_grams: number
}

/** Ten tonnes, more than a van carries: sums over a slot stay whole numbers of a database. */
const MOST_WEIGHT = 10_000_000

/**
 * @param lines - what is in the cart or order now
 * @param stopMinutes - of the district, for one stop
 */
export function demandOf(
  lines: readonly GoodsLine[],
  stopMinutes: number
): Demand {
  const weight = lines.reduce(
    (sum, line) => sum + line.weight_grams * line.quantity,
    0
  )
  const pieces = new Map<string, number>()
  for (const { product_id, quantity } of lines) {
    if (product_id !== null && quantity > 0) {
      pieces.set(product_id, (pieces.get(product_id) ?? 0) + quantity)
    }
  }
  return {
    weight_grams: Math.min(MOST_WEIGHT, Math.max(0, Math.ceil(weight))),
    minutes: stopMinutes,
    products: [...pieces]
      .map(([product_id, quantity]) => ({
        product_id,
        quantity: Math.ceil(quantity),
      }))
      .sort((a, b) => (a.product_id < b.product_id ? -1 : 1)),
  }
}

/**
 * Value of the goods, by which minimum order and free delivery go: unit price
 * times quantity of every line, in major units, as the shop's prices are (with
 * tax where they include it), before promotions and without shipping.
 *
 * Before promotions, because Medusa prices shipping before it computes them and
 * does not price it again when a code is added: a value after promotions would
 * be another at checkout than on the price the customer saw.
 */
export function goodsValue(lines: readonly GoodsLine[]): number {
  const value = lines.reduce(
    (sum, line) => sum + line.unit_price * line.quantity,
    0
  )
  // Floats: three times 19.99 must reach a limit of 59.97.
  return Math.round(value * 10_000) / 10_000
}
