import { type Box, PREFIX } from "./box"

/** One message of Segment's specification. */
export type Message = { messageId: string } & Record<string, unknown>

/**
 * What became of a request: null when the collector has decided, to store or to
 * refuse for good; else it has to be sent again, after so many seconds (0 when
 * nobody said how many).
 */
export type Outcome = number | null

export type OutboxOptions = {
  /** Sends the JSON of messages. */
  send(messages: string[]): Promise<Outcome>
  /** In ms since 1970, the same for all tabs. */
  clock(): number
}

export type Outbox = {
  add(message: Message): void
  /** Sends what waits, at once. */
  flush(): Promise<void>
}

/** Messages wait this long for others to go with them, in ms. */
const GATHER_MS = 300
/** For so long nobody else sends what is on its way, in ms. */
const LEASE_MS = 15_000
const MAX_PAUSE_MS = 300_000
/** Messages kept while nobody takes them; the oldest go first. */
const MAX_MESSAGES = 100
/** Of a request, in characters: browsers let 64 KB outlive a page. */
const MAX_REQUEST = 20_000

const QUEUE = `${PREFIX}m.`
const PAUSE = `${PREFIX}pause`

/**
 * Messages on their way to the collector. Each is an entry of its own in the
 * storage that all tabs share, so that no tab overwrites what another adds; it
 * goes when the collector has answered. Until then it is sent again with its id,
 * by whichever page is open.
 */
export function createOutbox(box: Box, { send, clock }: OutboxOptions): Outbox {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let last = 0

  const flushIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const put = (name: string, lease: number, text: string) =>
    box.set(name, lease + text)

  const add = (message: Message) => {
    const text = JSON.stringify(message)
    if (text.length > MAX_REQUEST) {
      console.warn("cornerstore: too large to be sent", message)
      return
    }
    const names = box.names(QUEUE)
    names
      .slice(0, Math.max(0, names.length + 1 - MAX_MESSAGES))
      .forEach(box.remove)
    // Names that sort as they were added, until 2059.
    last = Math.max(clock(), last + 1)
    put(`${QUEUE}${last.toString(36)}.${message.messageId}`, 0, text)
    flushIn(GATHER_MS)
  }

  /** What may be sent now, and after how many ms something else may. */
  const look = (now: number) => {
    let size = 0
    let next = 0
    const due: { name: string; text: string }[] = []
    for (const name of box.names(QUEUE)) {
      const [, lease, text] = /^(\d+)({.*)/s.exec(box.get(name) ?? "") ?? []
      const wait = remaining(lease, now, LEASE_MS)
      if (!text) {
        box.remove(name)
      } else if (wait) {
        next = Math.max(next, wait)
      } else if ((size += text.length) <= MAX_REQUEST) {
        due.push({ name, text })
      }
    }
    return { due, next }
  }

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    const now = clock()
    const { due, next } = look(now)
    const pause = remaining(box.get(PAUSE), now, MAX_PAUSE_MS)
    if (pause || (next && !due.length)) {
      flushIn(pause || next)
    } else if (due.length) {
      due.forEach(({ name, text }) => put(name, now + LEASE_MS, text))
      flushIn(LEASE_MS)
      const outcome = await send(due.map(({ text }) => text))
      if (outcome === null) {
        failures = 0
        due.forEach(({ name }) => box.remove(name))
      } else {
        const wait = outcome * 1000 || backOff(failures++)
        box.set(PAUSE, `${clock() + Math.min(wait, MAX_PAUSE_MS)}`)
        // Unless they were taken back meanwhile.
        due
          .filter(({ name }) => box.get(name))
          .forEach(({ name, text }) => put(name, 0, text))
      }
      await flush()
    }
  }
  return { add, flush }
}

/** Twice as long each time, at random so that not all come at once; in ms. */
function backOff(failures: number): number {
  return 1000 * 2 ** Math.min(failures, 6) * (1 + Math.random())
}

/**
 * How long it is until an instant, in ms. What lies further ahead than it can
 * have been set was set by a clock that has been put right since: it is over.
 */
function remaining(
  until: string | null | undefined,
  now: number,
  longest: number
): number {
  const wait = Number(until) - now
  return wait > 0 && wait <= longest ? wait : 0
}
