import type { AdminProductDay } from "../../../../../sdk/types"

export type KitchenDay = {
  date: string
  /** Pieces of all products that are ordered. */
  pieces: number
  products: AdminProductDay[]
}

/** Products by day, within a day what most is made of first. */
export function byDay(rows: AdminProductDay[]): KitchenDay[] {
  const days = new Map<string, AdminProductDay[]>()
  for (const row of rows) {
    days.set(row.date, [...(days.get(row.date) ?? []), row])
  }
  return [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, products]) => ({
      date,
      pieces: products.reduce((sum, { ordered }) => sum + ordered, 0),
      products: products.toSorted(
        (a, b) =>
          b.ordered - a.ordered || (a.title ?? "").localeCompare(b.title ?? "")
      ),
    }))
}
