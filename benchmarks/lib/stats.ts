/**
 * Smallest value that at least `share` of the values do not exceed
 * (nearest-rank, so it is always one of the values).
 *
 * @param share - above 0 and up to 1, such as 0.95
 * @throws RangeError without values or for another share
 */
export function percentile(values: readonly number[], share: number): number {
  if (!(share > 0 && share <= 1)) {
    throw new RangeError(`${share} is not a share above 0 and up to 1`)
  }
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted[Math.ceil(share * sorted.length) - 1]
  if (found === undefined) {
    throw new RangeError("There is no percentile of no values")
  }
  return found
}

/**
 * Middle value, or the mean of the two in the middle.
 *
 * @throws RangeError without values
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) {
    throw new RangeError("There is no median of no values")
  }
  return (lower + upper) / 2
}
