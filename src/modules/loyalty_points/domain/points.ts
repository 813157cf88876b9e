import type { Rounding } from "./program"

/** Amounts are counted as integers in these parts of a unit. */
const DECIMALS = 12
/** What is left of a division (a tax taken out, a discount shared out) lies below this. */
const NOISE = 10n ** 6n
const RATE_DECIMALS = 6

/** A number in parts of a unit, rounded to the nearest; below zero counts as zero. */
function toParts(amount: number, decimals: number): bigint {
  const [whole, fraction] = Math.max(0, amount).toFixed(decimals).split(".")
  return BigInt(whole + fraction)
}

/** Whole points of an amount, the fraction dropped. */
const wholePoints = (amount: bigint, rate: bigint): number =>
  Number((amount * rate) / 10n ** BigInt(DECIMALS + RATE_DECIMALS))

/**
 * An amount to the millionth. Ten units that were divided by three and added up
 * again are ten units, and so are 11.90 without the 19 % that were in them.
 */
const withoutNoise = (amount: bigint): bigint =>
  ((amount + NOISE / 2n) / NOISE) * NOISE

/** What a line of an order is worth to its points. */
export type EarningLine = {
  item_id: string
  /** What the customer keeps of it. */
  quantity: number
  /** Major units for that quantity, after discounts and without tax. */
  base: number
}
export type EarnedLine = EarningLine & { points: number }

/**
 * The points of each line. Fractions are dropped, over the order or on every
 * line. Where they are dropped over the order, its whole points are shared out by
 * largest remainder, so that the lines add up to them.
 *
 * @param pointsPerUnit - points for one major unit; up to six decimals count
 */
export function pointsOfLines(
  lines: readonly EarningLine[],
  pointsPerUnit: number,
  rounding: Rounding
): EarnedLine[] {
  const rate = toParts(pointsPerUnit, RATE_DECIMALS)
  const amounts = lines.map(({ base }) => toParts(base, DECIMALS))
  if (rounding === "line") {
    return lines.map((line, index) => ({
      ...line,
      points: wholePoints(withoutNoise(amounts[index] ?? 0n), rate),
    }))
  }
  const sum = amounts.reduce((total, amount) => total + amount, 0n)
  return shareOut(lines, amounts, rate, wholePoints(withoutNoise(sum), rate))
}

function shareOut(
  lines: readonly EarningLine[],
  amounts: readonly bigint[],
  rate: bigint,
  total: number
): EarnedLine[] {
  const earned = lines.map((line, index) => ({
    ...line,
    points: wholePoints(amounts[index] ?? 0n, rate),
  }))
  const one = 10n ** BigInt(DECIMALS + RATE_DECIMALS)
  const byRemainder = amounts
    .map((amount, index) => ({ index, remainder: (amount * rate) % one }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
  for (const { index } of byRemainder.slice(0, total - sumOfPoints(earned))) {
    const line = earned[index]
    if (line) {
      line.points += 1
    }
  }
  return earned
}

export const sumOfPoints = (lines: readonly { points: number }[]): number =>
  lines.reduce((sum, { points }) => sum + points, 0)

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What of an order's points the customer is to lose, given what she still keeps
 * of each line. Follows from the points that were recorded, never from the rule
 * of today; a fraction of a point is lost with the part that was returned.
 *
 * @param kept - quantity by item id; a line that is not in it is gone
 */
export function pointsToReverse(
  lines: readonly EarnedLine[],
  kept: ReadonlyMap<string, number>
): number {
  return lines.reduce((lost, { item_id, quantity, points }) => {
    const all = toParts(quantity, DECIMALS)
    const left = toParts(kept.get(item_id) ?? 0, DECIMALS)
    const still = left >= all ? points : Number((BigInt(points) * left) / all)
    return lost + points - still
  }, 0)
}
