import type { Redis } from "ioredis"

/** What Redis must be set to, and what is lost where it is not. */
const WANTED: Record<string, { value: string; otherwise: string }> = {
  appendonly: {
    value: "yes",
    otherwise: "what waits in it is lost when it stops",
  },
  appendfsync: {
    value: "always",
    otherwise: "up to a second of what waits in it is lost in a power cut",
  },
  "maxmemory-policy": {
    value: "noeviction",
    otherwise: "it may throw away what waits when its memory is full",
  },
}

/**
 * Compares Redis's own settings with what a queue needs that promises to lose
 * nothing.
 *
 * @returns a sentence for each setting that promises less; none when Redis does
 *   not tell its settings, as many hosted ones do
 */
export async function durabilityGaps(
  redis: Pick<Redis, "config">
): Promise<string[]> {
  const found = await settings(redis)
  return Object.entries(WANTED).flatMap(([name, { value, otherwise }]) => {
    const is = found.get(name)
    const counts = name !== "appendfsync" || found.get("appendonly") === "yes"
    return is === undefined || is === value || !counts
      ? []
      : [`Redis has ${name} ${is}: ${otherwise} (wanted: ${value})`]
  })
}

async function settings(
  redis: Pick<Redis, "config">
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const name of Object.keys(WANTED)) {
    const answer = (await redis.config("GET", name)) as string[]
    if (answer.length === 2) {
      found.set(answer[0], answer[1])
    }
  }
  return found
}
