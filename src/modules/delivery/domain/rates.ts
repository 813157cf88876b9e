/** What a district's delivery costs beside the price of its windows. */
export type DeliveryRates = {
  /** The highest step that is passed counts. */
  weight_steps: {
    /** The step counts from one gram more. */
    over_grams: number
    /** Added to the price, major units. */
    add: number
  }[]
  /** The largest percentage of a customer's groups counts. */
  group_prices: { customer_group_id: string; percent_off: number }[]
}

export const NO_RATES: DeliveryRates = { weight_steps: [], group_prices: [] }

/** A thousand tonnes, so that sums stay whole numbers of a database. */
export const MOST_GRAMS = 1_000_000_000
export const MOST_MONEY = 1_000_000
