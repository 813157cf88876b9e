/** How long an answer is believed, in ms: what is revoked counts that long. */
const KNOWN_MS = 30_000
/** A key may be made a moment after it was first tried. */
const UNKNOWN_MS = 5_000
/** How long an old answer stands in while the keys cannot be asked for. */
const STALE_MS = 10 * 60_000
const MAX_KEYS = 5_000

type Answer = { sourceId: string | null; at: number }

/**
 * Which source a write key belongs to, asked once in a while instead of for
 * every event.
 */
export class SourceKeys {
  private readonly answers = new Map<string, Answer>()
  private readonly asking = new Map<string, Promise<string | null>>()

  /** @param clock - milliseconds, never running backwards */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /**
   * @param load - asks for the id of the source; null when the key is not valid
   * @throws what `load` throws, unless an answer of the last ten minutes is known
   */
  async find(
    writeKey: string,
    load: (writeKey: string) => Promise<string | null>
  ): Promise<string | null> {
    const known = this.answers.get(writeKey)
    if (known && this.ageOf(known) < (known.sourceId ? KNOWN_MS : UNKNOWN_MS)) {
      return known.sourceId
    }
    try {
      return await this.ask(writeKey, load)
    } catch (error) {
      if (known?.sourceId && this.ageOf(known) < STALE_MS) {
        return known.sourceId
      }
      throw error
    }
  }

  private ask(
    writeKey: string,
    load: (writeKey: string) => Promise<string | null>
  ): Promise<string | null> {
    const asked = this.asking.get(writeKey)
    if (asked) {
      return asked
    }
    const asking = load(writeKey)
      .then((sourceId) => this.remember(writeKey, sourceId))
      .finally(() => this.asking.delete(writeKey))
    this.asking.set(writeKey, asking)
    return asking
  }

  private remember(writeKey: string, sourceId: string | null): string | null {
    this.answers.delete(writeKey)
    this.answers.set(writeKey, { sourceId, at: this.clock() })
    const [oldest] = this.answers.keys()
    if (this.answers.size > MAX_KEYS && oldest !== undefined) {
      this.answers.delete(oldest)
    }
    return sourceId
  }

  private ageOf({ at }: Answer): number {
    return this.clock() - at
  }
}
