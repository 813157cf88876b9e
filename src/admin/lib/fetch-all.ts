import type { Page } from "../../sdk/types"
import { sdk } from "./sdk"

/** The most our lists answer at once. */
const PAGE_SIZE = 200

/**
 * Reads a whole list, page by page. For lists that people make by hand, such
 * as districts; never for orders.
 *
 * @param rowsOf - takes the rows out of an answer
 */
export async function fetchAll<TAnswer extends Page, TRow>(
  path: string,
  query: Record<string, string>,
  rowsOf: (answer: TAnswer) => TRow[]
): Promise<TRow[]> {
  const rows: TRow[] = []
  for (;;) {
    const answer = await sdk.client.fetch<TAnswer>(path, {
      query: { ...query, limit: PAGE_SIZE, offset: rows.length },
    })
    const page = rowsOf(answer)
    rows.push(...page)
    if (page.length === 0 || rows.length >= answer.count) {
      return rows
    }
  }
}
