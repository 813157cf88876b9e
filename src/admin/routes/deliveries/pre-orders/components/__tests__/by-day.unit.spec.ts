import type { AdminProductDay } from "../../../../../../sdk/types"
import { byDay } from "../by-day"

const row = (
  date: string,
  title: string | null,
  ordered: number
): AdminProductDay => ({
  product_id: `prod_${title}`,
  title,
  thumbnail: null,
  date,
  ordered,
  held: 1,
  capacity: null,
  left: null,
  is_orderable: true,
})

describe("what the kitchen makes, by day", () => {
  it("orders days by date and products by how many are made", () => {
    const days = byDay([
      row("2026-11-29", "Tart", 2),
      row("2026-11-28", "Carrot cake", 3),
      row("2026-11-28", null, 3),
      row("2026-11-28", "Layer cake", 7),
    ])
    expect(
      days.map(({ date, pieces, products }) => [
        date,
        pieces,
        products.map(({ title }) => title),
      ])
    ).toEqual([
      ["2026-11-28", 13, ["Layer cake", null, "Carrot cake"]],
      ["2026-11-29", 2, ["Tart"]],
    ])
  })

  it("has no days when nothing is ordered", () => {
    expect(byDay([])).toEqual([])
  })
})
