import fc from "fast-check"

import {
  CatalogueEntry,
  decideLines,
  OrderLine,
  quantitiesByProduct,
  UnmappedLines,
} from "../lines"

const line = (
  id: string,
  sku: string | null,
  variant_id: string | null = null
): OrderLine => ({ id, sku, variant_id, title: `Line ${id}`, quantity: 2 })

const entry = (
  external_id: string,
  sku: string | null,
  variant_id: string | null = null
): CatalogueEntry => ({ external_id, sku, variant_id, mapping: "sku" })

const decide = (
  lines: OrderLine[],
  catalogue: CatalogueEntry[],
  options: { taken?: string[]; unmapped?: UnmappedLines } = {}
) =>
  decideLines({
    lines,
    catalogue,
    taken: new Set(options.taken),
    unmapped: options.unmapped ?? "skip",
  })

describe("the lines of an order that a POS carries", () => {
  it("are sent, and the bakery's are left out", () => {
    expect(
      decide([line("1", "FLOWER"), line("2", "CAKE")], [entry("101", "FLOWER")])
    ).toEqual({
      kind: "push",
      lines: [
        {
          line_item_id: "1",
          title: "Line 1",
          sku: "FLOWER",
          quantity: 2,
          external_product_id: "101",
        },
      ],
      skipped: [
        {
          line_item_id: "2",
          title: "Line 2",
          sku: "CAKE",
          quantity: 2,
          reason: "not_carried",
        },
      ],
    })
  })

  it("are none when the POS carries nothing of the order", () => {
    expect(decide([line("1", "CAKE"), line("2", null)], []).kind).toBe("skip")
    expect(decide([], []).kind).toBe("skip")
  })

  it("are found by variant before SKU, and with blanks around it", () => {
    const catalogue = [entry("101", "A", "variant_1"), entry("102", "B")]
    expect(
      decide([line("1", "B", "variant_1")], catalogue).lines[0]
        ?.external_product_id
    ).toBe("101")
    expect(
      decide([line("1", " B ", "variant_9")], catalogue).lines[0]
        ?.external_product_id
    ).toBe("102")
  })

  it("hold the order when two products bear the SKU: nothing is guessed", () => {
    const { kind, skipped } = decide(
      [line("1", "A"), line("2", "B")],
      [entry("101", "A"), entry("102", "A"), entry("103", "B")]
    )
    expect(kind).toBe("hold")
    expect(skipped).toMatchObject([{ line_item_id: "1", reason: "ambiguous" }])
  })

  it("hold the order when every line must be carried and one is not", () => {
    const lines = [line("1", "A"), line("2", "CAKE")]
    const catalogue = [entry("101", "A")]
    expect(decide(lines, catalogue, { unmapped: "hold" }).kind).toBe("hold")
    expect(
      decide(lines, catalogue, { unmapped: "hold", taken: ["2"] }).kind
    ).toBe("push")
  })

  it("are each decided once, and never both sent and left out", () => {
    const sku = fc.constantFrom("A", "B", "C", null)
    const lines = fc
      .array(sku)
      .map((skus) => skus.map((each, index) => line(String(index), each)))
    const catalogue = fc
      .array(fc.tuple(fc.nat(5), sku))
      .map((all) => all.map(([id, each]) => entry(String(id), each)))
    fc.assert(
      fc.property(lines, catalogue, (some, products) => {
        const { kind, lines: sent, skipped } = decide(some, products)
        expect(
          [...sent, ...skipped].map(({ line_item_id }) => line_item_id).sort()
        ).toEqual(some.map(({ id }) => id).sort())
        expect(kind === "skip" && sent.length > 0).toBe(false)
        expect(kind === "push" && sent.length === 0).toBe(false)
      })
    )
  })

  it("keep their number when two of them are the same product", () => {
    const lines = fc.array(
      fc.record({
        external_product_id: fc.constantFrom("1", "2", "3"),
        quantity: fc.integer({ min: 1, max: 100 }),
      })
    )
    const sum = (all: { quantity: number }[]) =>
      all.reduce((total, { quantity }) => total + quantity, 0)
    fc.assert(
      fc.property(lines, (all) => {
        const products = quantitiesByProduct(all)
        expect(sum(products)).toBe(sum(all))
        expect(
          new Set(
            products.map(({ external_product_id }) => external_product_id)
          ).size
        ).toBe(products.length)
      })
    )
  })
})
