/**
 * The simulator's time: the machine's, moved by an offset, or stopped at an
 * instant. Rate windows, staleness and the age of idempotency keys follow it,
 * so that a test does not wait for them.
 */
export type ClockState = {
  /** Milliseconds added to the machine's time. */
  offset: number
  /** Milliseconds since 1970 at which the clock stands; null while it runs. */
  frozen: number | null
}

export const REAL_TIME: ClockState = { offset: 0, frozen: null }

export function nowOf({ offset, frozen }: ClockState): Date {
  return new Date(frozen ?? Date.now() + offset)
}

/** Moves a clock forward; one that stands keeps standing, later. */
export function advance(clock: ClockState, ms: number): ClockState {
  return clock.frozen === null
    ? { ...clock, offset: clock.offset + ms }
    : { ...clock, frozen: clock.frozen + ms }
}

/** Sets a clock to an instant and stops it there. */
export function freeze(clock: ClockState, at: Date): ClockState {
  return { ...clock, frozen: at.getTime() }
}
