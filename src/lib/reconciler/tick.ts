/**
 * Start of the interval that `now` lies in, counted from 1970, so that every
 * process names the same tick whatever its own schedule.
 *
 * @param everySeconds - length of the interval, at least 1
 */
export function tickOf(now: Date, everySeconds: number): Date {
  const length = Math.max(1, Math.floor(everySeconds)) * 1_000
  return new Date(Math.floor(now.getTime() / length) * length)
}
