import type { Redis } from "ioredis"

import { PAYLOAD, StreamEntry } from "./types"

/** Only Redis can tell, in one step, that a consumer has nothing left to lose. */
const FORGET_IDLE = `
local forgotten = 0
for _, fields in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
  local consumer = {}
  for at = 1, #fields, 2 do
    consumer[fields[at]] = fields[at + 1]
  end
  local gone = consumer.name == ARGV[2] or consumer.idle > tonumber(ARGV[3])
  if gone and consumer.pending == 0 then
    redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], consumer.name)
    forgotten = forgotten + 1
  end
end
return forgotten
`

/** A consumer that was silent for so long has died, in ms. */
const DEAD_MS = 60 * 60_000

export type QueueNames = {
  /** Key of the stream. */
  key: string
  /** Entries that nobody can use are kept under this key. */
  asideKey: string
  group: string
  /** Unique per process. */
  consumer: string
}

/**
 * A stream as a queue that several processes take from: an entry belongs to the
 * consumer that took it until it is done with, or until another claims it
 * because the first is silent. So an entry may come twice, but never not at all.
 */
export class StreamQueue {
  private claimFrom = "0-0"

  /** @param redis - a connection of its own: reading blocks it */
  constructor(
    private readonly redis: Redis,
    private readonly names: QueueNames
  ) {}

  /** Makes stream and group; both may be there already. */
  async prepare(): Promise<void> {
    const { key, group } = this.names
    try {
      await this.redis.xgroup("CREATE", key, group, "0", "MKSTREAM")
    } catch (error) {
      if (!startsWith(error, "BUSYGROUP")) {
        throw error
      }
    }
  }

  /**
   * Takes entries that nobody has taken; waits for the first.
   *
   * @param blockMs - how long to wait, at least 1
   */
  async take(count: number, blockMs: number): Promise<StreamEntry[]> {
    const { key, group, consumer } = this.names
    const streams = await this.redis.xreadgroup(
      "GROUP",
      group,
      consumer,
      "COUNT",
      count,
      "BLOCK",
      blockMs,
      "STREAMS",
      key,
      ">"
    )
    const [stream] = (streams ?? []) as [key: string, entries: unknown][]
    return stream ? toEntries(stream[1]) : []
  }

  /**
   * Takes over what others took and have not touched for a time. Looks at a part
   * of what is taken; the next call goes on from there.
   */
  async claim(count: number, idleMs: number): Promise<StreamEntry[]> {
    const { key, group, consumer } = this.names
    const [next, entries] = await this.redis.xautoclaim(
      key,
      group,
      consumer,
      idleMs,
      this.claimFrom,
      "COUNT",
      count
    )
    this.claimFrom = String(next)
    return toEntries(entries)
  }

  /** Entries that are done with. */
  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length) {
      const { key, group } = this.names
      await ofAll(
        this.redis
          .multi()
          .xack(key, group, ...ids)
          .xdel(key, ...ids)
          .exec()
      )
    }
  }

  /** Keeps an entry apart that is in the way of others, for somebody to look at. */
  async setAside({ id, payload }: StreamEntry, why: string): Promise<void> {
    const { key, asideKey, group } = this.names
    await ofAll(
      this.redis
        .multi()
        .xadd(asideKey, "*", PAYLOAD, payload, "why", why)
        .xack(key, group, id)
        .xdel(key, id)
        .exec()
    )
  }

  /** Strikes out this consumer and those long dead, unless they hold entries. */
  async leave(): Promise<void> {
    await this.forget(this.names.consumer)
  }

  /** Strikes out consumers that are long dead, unless they hold entries. */
  async forgetDead(): Promise<void> {
    await this.forget("")
  }

  private async forget(consumer: string): Promise<void> {
    const { key, group } = this.names
    await this.redis.eval(FORGET_IDLE, 1, key, group, consumer, DEAD_MS)
  }
}

/** True when the group is not there: Redis was emptied, or is another one. */
export function lacksGroup(error: unknown): boolean {
  return startsWith(error, "NOGROUP")
}

function startsWith(error: unknown, code: string): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "message" in error &&
    String(error.message).startsWith(code)
  )
}

/** Claimed entries that were removed meanwhile come as null from Redis 6. */
function toEntries(list: unknown): StreamEntry[] {
  const entries = (list ?? []) as ([id: string, fields: string[]] | null)[]
  return entries.flatMap((entry) => {
    if (!entry) {
      return []
    }
    const [id, fields] = entry
    const at = fields.indexOf(PAYLOAD)
    return [{ id, payload: at < 0 ? "" : fields[at + 1] }]
  })
}

type Results = [error: Error | null, result: unknown][] | null

/** A transaction tells of a refused command in its result. */
async function ofAll(transaction: Promise<Results>): Promise<void> {
  const failed = (await transaction)?.find(([error]) => error)
  if (failed?.[0]) {
    throw failed[0]
  }
}
