/** Dollars from cents, and the other way: sums are made in cents. */
export const cents = (dollars: number): number => Math.round(dollars * 100)
export const dollars = (amount: number): number => amount / 100

/** Exact sum of dollar amounts. */
export function sum(amounts: number[]): number {
  return dollars(amounts.reduce((total, each) => total + cents(each), 0))
}

/** Quantities have at most four decimals: milligrams of a gram and one more. */
export function round4(quantity: number): number {
  return Math.round(quantity * 10_000) / 10_000
}
