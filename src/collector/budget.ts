/** What the requests at work may hold together; beyond, clients come later. */
export type BudgetLimits = {
  /** Bodies as they came and unpacked, and what a request costs by itself. */
  bytes: number
  /** Events that wait to be stored. */
  events: number
}

const LIMITS: BudgetLimits = { bytes: 64 * 1024 * 1024, events: 50_000 }

/** What an open request takes without a body, roughly: socket, headers, parser. */
const REQUEST_BYTES = 16 * 1024

/** Too much is being done at once; later it goes. */
export class Overloaded extends Error {
  override name = "Overloaded"
}

/** A request's part of the budget, until it is given back. */
export type Share = {
  /**
   * Counts what was read, as it is read: who only announces much holds nothing.
   *
   * @throws Overloaded when there is no room
   */
  holdBytes(bytes: number): void
  /** @throws Overloaded when there is no room */
  holdEvents(events: number): void
  giveBack(): void
}

/**
 * Bounds what a process holds of requests that are not answered yet, so that a
 * flood, or a store that hangs, costs clients a second try and not the shop its
 * memory.
 */
export class Budget {
  private bytes = 0
  private events = 0

  constructor(private readonly limits: BudgetLimits = LIMITS) {}

  /** @throws Overloaded when there is no room for one more request */
  open(): Share {
    let bytes = 0
    let events = 0
    const hold = (moreBytes: number, moreEvents: number) => {
      if (
        this.bytes + moreBytes > this.limits.bytes ||
        this.events + moreEvents > this.limits.events
      ) {
        throw new Overloaded("Too much is waiting to be stored")
      }
      bytes += moreBytes
      events += moreEvents
      this.bytes += moreBytes
      this.events += moreEvents
    }
    hold(REQUEST_BYTES, 0)
    return {
      holdBytes: (more) => hold(more, 0),
      holdEvents: (more) => hold(0, more),
      giveBack: () => {
        this.bytes -= bytes
        this.events -= events
        bytes = 0
        events = 0
      },
    }
  }
}
