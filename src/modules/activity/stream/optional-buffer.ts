import { EventBuffer } from "./event-buffer"

/** The buffer of a process, made at first use; none where it is not wanted. */
export class OptionalBuffer {
  private buffer: EventBuffer | null | undefined

  /** @param make - asked once, when the options are known */
  constructor(private readonly make: () => EventBuffer | null) {}

  get(): EventBuffer | null {
    if (this.buffer === undefined) {
      this.buffer = this.make()
    }
    return this.buffer
  }

  async close(): Promise<void> {
    const buffer = this.buffer
    this.buffer = undefined
    await buffer?.close()
  }
}
