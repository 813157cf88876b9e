import { DeliveryRates } from "./rates"

/** What of a cart or an order decides what a delivery costs and who may have it. */
export type Buyer = {
  /** See `goodsValue`; major units. */
  goods_value: number
  weight_grams: number
  /** Of a customer with an account; guests have none. */
  customer_group_ids: readonly string[]
}

/**
 * What a buyer pays for a delivery: the slot's price, and what the highest
 * weight step that is passed adds; nothing from the value on from which delivery
 * is free; of the rest the largest percentage of the buyer's groups is taken off.
 *
 * @param digits - to which the currency is rounded, 2 for dollars
 * @returns major units
 */
export function slotPrice(
  slot: { price: number; free_over: number | null },
  rates: DeliveryRates,
  buyer: Buyer,
  digits: number
): number {
  if (slot.free_over !== null && buyer.goods_value >= slot.free_over) {
    return 0
  }
  const full = slot.price + weightStep(rates, buyer.weight_grams)
  return round(full * (1 - percentOff(rates, buyer) / 100), digits)
}

function weightStep({ weight_steps }: DeliveryRates, weight: number): number {
  const passed = weight_steps.filter(({ over_grams }) => weight > over_grams)
  const highest = passed.reduce<(typeof passed)[number] | null>(
    (best, step) => (best && best.over_grams >= step.over_grams ? best : step),
    null
  )
  return highest?.add ?? 0
}

function percentOff({ group_prices }: DeliveryRates, buyer: Buyer): number {
  return group_prices
    .filter(({ customer_group_id }) =>
      buyer.customer_group_ids.includes(customer_group_id)
    )
    .reduce((most, { percent_off }) => Math.max(most, percent_off), 0)
}

/** Half up, as people round money; a float just below a half is a half. */
function round(amount: number, digits: number): number {
  const unit = 10 ** digits
  return Math.round(Number((amount * unit).toFixed(6))) / unit
}
