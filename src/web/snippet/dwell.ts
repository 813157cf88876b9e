/** Longest stretch that is believed, in s: who looks longer has gone away. */
const LONGEST = 1_800
/** Less is not worth telling; it is told with what follows. */
const SHORTEST = 1

/** Measures how long something was looked at, in stretches. */
export type Stopwatch = {
  /** It is seen; changes nothing while it is seen already. */
  run(): void
  /** It is not seen any more. */
  pause(): void
  /**
   * Takes what was measured since the last time, so that the parts can be
   * summed. Goes on if it was running.
   *
   * @returns seconds, to a tenth; 0 when there is not enough yet
   */
  take(): number
}

/** @param clock - ms that never run backwards, such as `performance.now` */
export function createStopwatch(clock: () => number): Stopwatch {
  let measured = 0
  let since: number | null = null

  const run = () => {
    since ??= clock()
  }
  const pause = () => {
    if (since !== null) {
      measured += Math.min((clock() - since) / 1000, LONGEST)
      since = null
    }
  }
  const take = () => {
    const runs = since !== null
    pause()
    if (runs) {
      run()
    }
    const seconds = measured < SHORTEST ? 0 : measured
    measured -= seconds
    return Math.round(seconds * 10) / 10
  }
  return { run, pause, take }
}
