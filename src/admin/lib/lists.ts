/** Splits what a person typed or pasted: one per line, commas and semicolons too. */
export function splitList(text: string): string[] {
  const items = text
    .split(/[\n,;]+/)
    .map((item) => item.trim())
    .filter(Boolean)
  return [...new Set(items)]
}

/** Runs work on items with at most `limit` at a time and keeps their order. */
export async function mapLimited<TItem, TResult>(
  items: TItem[],
  limit: number,
  work: (item: TItem) => Promise<TResult>
): Promise<PromiseSettledResult<TResult>[]> {
  const results: PromiseSettledResult<TResult>[] = []
  for (let start = 0; start < items.length; start += limit) {
    const batch = items.slice(start, start + limit)
    results.push(...(await Promise.allSettled(batch.map(work))))
  }
  return results
}
