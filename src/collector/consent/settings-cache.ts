import type { CollectorSettings } from "../../modules/activity/domain/consent"

/** How long settings are believed, in ms. */
const FRESH_MS = 3_000
/** How long a request waits for newer ones when older ones are there, in ms. */
const PATIENCE_MS = 500

/**
 * What the shop decided about collecting, asked once in a while instead of for
 * every request. While the store cannot be asked, what was last known holds.
 */
export class SettingsCache {
  private known: CollectorSettings | null = null
  private askedAt = -Infinity
  private asking: Promise<CollectorSettings> | null = null

  /**
   * @param load - asks the store
   * @param clock - milliseconds, never running backwards
   */
  constructor(
    private readonly load: () => Promise<CollectorSettings>,
    private readonly clock: () => number = () => performance.now()
  ) {}

  /** @throws what `load` throws, as long as nothing is known */
  async get(): Promise<CollectorSettings> {
    const { known } = this
    if (known && this.clock() - this.askedAt < FRESH_MS) {
      return known
    }
    const asking = (this.asking ??= this.ask())
    return known ? unlessSlow(asking, known) : asking
  }

  private async ask(): Promise<CollectorSettings> {
    try {
      this.known = await this.load()
      return this.known
    } finally {
      this.askedAt = this.clock()
      this.asking = null
    }
  }
}

/** What was known before, when the new does not come soon, or not at all. */
async function unlessSlow(
  asking: Promise<CollectorSettings>,
  known: CollectorSettings
): Promise<CollectorSettings> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<CollectorSettings>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, known)
  })
  try {
    return await Promise.race([asking, patience])
  } catch {
    return known
  } finally {
    clearTimeout(timer)
  }
}
