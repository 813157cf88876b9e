/** A stream of pseudo-random choices: the same name gives the same stream on every machine. */
export type Random = {
  /** 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** One of the entries, as often as its weight says. */
  weighted<T>(from: readonly (readonly [T, number])[]): T
  /** So many different entries, or all where there are fewer. */
  some<T>(from: readonly T[], count: number): T[]
}

/**
 * @param name - what the choices are for; another name gives another stream, so
 *   that a new choice in one place changes nothing elsewhere
 */
export function randomFor(...name: (string | number)[]): Random {
  const next = mulberry32(hash(name.join("/")))
  const int = (from: number, to: number) =>
    from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (from) => from[int(0, from.length - 1)],
    weighted(from) {
      const total = from.reduce((sum, [, weight]) => sum + weight, 0)
      let left = next() * total
      const found = from.find(([, weight]) => (left -= weight) < 0)
      return (found ?? from[from.length - 1])[0]
    },
    some(from, count) {
      const rest = [...from]
      return Array.from({ length: Math.min(count, rest.length) }, () =>
        rest.splice(int(0, rest.length - 1), 1)
      ).flat()
    },
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) {
    value ^= character.codePointAt(0) ?? 0
    value = Math.imul(value, 0x01000193)
  }
  return value >>> 0
}

/** Tommy Ettinger's mulberry32: 32 bits of state, good enough for a demo. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
