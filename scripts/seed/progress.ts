import type { SeedContext } from "./context"

/** Runs one part of the seed and says how long it took. */
export async function timed<T>(
  { logger }: SeedContext,
  what: string,
  work: () => Promise<T>
): Promise<T> {
  const started = Date.now()
  const result = await work()
  logger.info(`Demo shop: ${what} (${seconds(Date.now() - started)})`)
  return result
}

export const seconds = (milliseconds: number): string =>
  `${(milliseconds / 1000).toFixed(1)} s`
