import type { Redis } from "ioredis"

import { PAYLOAD } from "./types"

/** The stream holds as much as it may: whoever reads it has fallen behind. */
export class StreamFull extends Error {
  override name = "StreamFull"
}

/** Trimming would throw away what was promised to be kept: full is refused. */
const APPEND = `
if redis.call('XLEN', KEYS[1]) >= tonumber(ARGV[1]) then
  return false
end
return redis.call('XADD', KEYS[1], '*', '${PAYLOAD}', ARGV[2])
`

/** Appends to a stream of bounded length. */
export class StreamWriter {
  /**
   * @param redis - with `enableAutoPipelining`, so that what is appended at the
   *   same time shares a round trip
   * @param maxLength - entries that may wait to be read
   */
  constructor(
    private readonly redis: Pick<Redis, "eval" | "xlen">,
    private readonly key: string,
    private readonly maxLength: number
  ) {}

  /**
   * Returns once Redis has acknowledged the entry. After an error the entry may
   * be there or not.
   *
   * @throws StreamFull; ioredis's error when Redis does not answer
   */
  async append(payload: string): Promise<void> {
    const id = await this.redis.eval(
      APPEND,
      1,
      this.key,
      this.maxLength,
      payload
    )
    if (id === null) {
      throw this.full()
    }
  }

  /** @throws StreamFull; ioredis's error when Redis does not answer */
  async ping(): Promise<void> {
    if ((await this.redis.xlen(this.key)) >= this.maxLength) {
      throw this.full()
    }
  }

  private full(): StreamFull {
    return new StreamFull(
      `${this.key} holds ${this.maxLength} entries that wait to be moved`
    )
  }
}
