export type LotRest = { id: string; remaining: number }
export type LotTaking = { lot_id: string; points: number }

/**
 * Takes points out of lots, in their order.
 *
 * @returns what was taken from which lot, and how many points no lot could give
 */
export function takeFromLots(
  lots: readonly LotRest[],
  points: number
): { takings: LotTaking[]; missing: number } {
  const takings: LotTaking[] = []
  let missing = points
  for (const { id, remaining } of lots) {
    const taken = Math.min(remaining, missing)
    if (taken > 0) {
      takings.push({ lot_id: id, points: taken })
      missing -= taken
    }
  }
  return { takings, missing }
}

/**
 * What new points leave in their lot when the account owes some.
 *
 * @returns what goes into the lot, and what covered the debt
 */
export function coverOwed(
  points: number,
  owed: number
): { remaining: number; covered: number } {
  const covered = Math.min(points, owed)
  return { remaining: points - covered, covered }
}
