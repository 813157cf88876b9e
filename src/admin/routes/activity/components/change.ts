/**
 * By how much something changed, as a share of what it was. Nothing is said
 * where there was nothing to compare with.
 */
export function changeOf(
  now: number | null,
  before: number | null
): number | null {
  return now === null || !before ? null : (now - before) / before
}

/** By how many percentage points a share changed. */
export function pointsOf(
  now: number | null,
  before: number | null
): number | null {
  return now === null || before === null ? null : (now - before) * 100
}
