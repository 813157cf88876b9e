import { GeocodeFailure } from "./failure"

/** After a failure nobody waits for the same server again for so long. */
const REST_MS = 30_000

/**
 * Keeps this process polite towards one geocoder: calls begin in equal
 * distances, and after a failure there is a rest.
 */
export class Pace {
  private nextAt = 0
  private restUntil = 0

  /** @param clock - milliseconds that never go back */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /**
   * Takes a turn.
   *
   * @param perSecond - calls
   * @param patienceMs - how long the caller would wait
   * @returns milliseconds to wait before the call
   * @throws GeocodeFailure `busy` when it would have to wait longer, or there is a rest
   */
  take(perSecond: number, patienceMs: number): number {
    const now = this.clock()
    if (now < this.restUntil) {
      throw new GeocodeFailure(
        "busy",
        "The geocoder failed less than half a minute ago and is left alone."
      )
    }
    const at = Math.max(now, this.nextAt)
    if (at - now > patienceMs) {
      throw new GeocodeFailure(
        "busy",
        `More than ${perSecond} addresses a second are to be looked up.`
      )
    }
    this.nextAt = at + 1_000 / perSecond
    return at - now
  }

  /** The server did not answer: it is left alone for a while. */
  rest(): void {
    this.restUntil = this.clock() + REST_MS
  }
}

const paces = new Map<string, Pace>()

/** The pace of a server in this process. @param server - its base address */
export function paceOf(server: string): Pace {
  const pace = paces.get(server) ?? new Pace()
  paces.set(server, pace)
  return pace
}
