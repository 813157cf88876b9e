/**
 * A capacity as it travels, as columns; what was left out stays out, so that a
 * change of the orders keeps the limits of weight and minutes.
 */
export function capacityColumns<Orders extends number | null>(
  capacity:
    | {
        orders?: Orders
        weight_grams?: number | null
        minutes?: number | null
      }
    | undefined
) {
  const { orders, weight_grams, minutes } = capacity ?? {}
  return {
    ...(orders === undefined ? {} : { capacity_orders: orders }),
    ...(weight_grams === undefined
      ? {}
      : { capacity_weight_grams: weight_grams }),
    ...(minutes === undefined ? {} : { capacity_minutes: minutes }),
  }
}
