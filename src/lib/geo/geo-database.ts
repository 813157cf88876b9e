import { stat } from "node:fs/promises"

import { Logger } from "@medusajs/framework/types"
import { open, Reader, Response, validate } from "maxmind"

import { Place, placeOf } from "./place"

/** How often is looked whether the file was replaced, in ms. */
const RECHECK_MS = 60_000

/**
 * Places by IP address, from a file in MaxMind's format (`.mmdb`) on this
 * machine: nobody is asked over the network. The file is kept in memory, read in
 * the background at first use and again when it was replaced. Until it is read,
 * or when it cannot be, no address has a place.
 */
export class GeoDatabase {
  private reader: Reader<Response> | null = null
  private modified = 0
  private reading: Promise<void> | null = null
  private checkedAt = -Infinity
  private warned = ""

  /**
   * @param path - of the file
   * @param logger - is told once what is wrong with the file
   * @param clock - milliseconds, never running backwards
   */
  constructor(
    private readonly path: string,
    private readonly logger: Pick<Logger, "warn">,
    private readonly clock: () => number = () => performance.now()
  ) {}

  /** Where an address is used; null when the file does not say. */
  locate(ip: string): Place | null {
    void this.ready()
    const address = ip.replace(/^::ffff:(?=\d+\.)/i, "")
    if (!this.reader || !validate(address)) {
      return null
    }
    try {
      return placeOf(this.reader.get(address))
    } catch (error) {
      this.warn(error)
      return null
    }
  }

  /** Returns when the file has been read, or could not be; never throws. */
  ready(): Promise<void> {
    if (!this.reading && this.clock() - this.checkedAt >= RECHECK_MS) {
      this.checkedAt = this.clock()
      this.reading = this.read().finally(() => (this.reading = null))
    }
    return this.reading ?? Promise.resolve()
  }

  private async read(): Promise<void> {
    try {
      const { mtimeMs } = await stat(this.path)
      if (mtimeMs !== this.modified) {
        this.reader = await open(this.path)
        this.modified = mtimeMs
      }
    } catch (error) {
      // What was read before still serves: a file is replaced in two steps.
      this.warn(error)
    }
  }

  private warn(error: unknown): void {
    const reason =
      error instanceof Object && "message" in error && error.message
    const text = `No places of visitors from ${this.path} (option geo.databasePath): ${String(reason || error)}`
    if (text !== this.warned) {
      this.warned = text
      this.logger.warn(text)
    }
  }
}
