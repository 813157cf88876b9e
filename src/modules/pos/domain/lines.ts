/** A line of a Medusa order, as far as a POS needs to know it. */
export type OrderLine = {
  id: string
  variant_id: string | null
  sku: string | null
  title: string
  quantity: number
}

/** What the catalogue of a connection knows about one product. */
export type CatalogueEntry = {
  external_id: string
  sku: string | null
  variant_id: string | null
  mapping: "sku" | "none" | "ambiguous"
}

/** A line that goes to the POS. */
export type PushedLine = {
  line_item_id: string
  title: string
  sku: string | null
  quantity: number
  external_product_id: string
}

/** A line that does not, and why. */
export type SkippedLine = {
  line_item_id: string
  title: string
  sku: string | null
  quantity: number
  /** `taken`: another connection of the sales channel has it. */
  reason: "not_carried" | "ambiguous" | "taken"
}

/**
 * What to do with lines that the catalogue does not carry. `skip`: they are
 * somebody else's business, as a bakery's are in a shop that is also a
 * dispensary. `hold`: the shop sells nothing but what the POS carries, so the
 * order waits for a person.
 */
export type UnmappedLines = "skip" | "hold"

export type LinesDecision = {
  kind: "push" | "skip" | "hold"
  lines: PushedLine[]
  skipped: SkippedLine[]
}

/**
 * Decides which lines of an order go to a POS.
 *
 * A line goes there when the catalogue has a product that is mapped to its
 * variant, else one with its SKU. One with several such products is ambiguous:
 * the order is held, because a guess would hand out the wrong thing.
 *
 * @param catalogue - entries that bear the variants or SKUs of the lines
 * @param taken - ids of lines that another connection of the channel has
 */
export function decideLines({
  lines,
  catalogue,
  taken,
  unmapped,
}: {
  lines: readonly OrderLine[]
  catalogue: readonly CatalogueEntry[]
  taken: ReadonlySet<string>
  unmapped: UnmappedLines
}): LinesDecision {
  const pushed: PushedLine[] = []
  const skipped: SkippedLine[] = []
  for (const { id, variant_id, sku, title, quantity } of lines) {
    const line = { line_item_id: id, title, sku, quantity }
    const found = productsOf({ variant_id, sku }, catalogue)
    if (taken.has(id)) {
      skipped.push({ ...line, reason: "taken" })
    } else if (found.length === 1) {
      pushed.push({ ...line, external_product_id: found[0] })
    } else {
      const reason = found.length ? "ambiguous" : "not_carried"
      skipped.push({ ...line, reason })
    }
  }
  const left = skipped.filter(({ reason }) => reason !== "taken")
  const held =
    left.some(({ reason }) => reason === "ambiguous") ||
    (unmapped === "hold" && left.length > 0)
  if (held) {
    return { kind: "hold", lines: pushed, skipped }
  }
  return { kind: pushed.length ? "push" : "skip", lines: pushed, skipped }
}

/** The vendor's product ids a line may mean. */
function productsOf(
  { variant_id, sku }: Pick<OrderLine, "variant_id" | "sku">,
  catalogue: readonly CatalogueEntry[]
): string[] {
  const mapped = catalogue.filter(
    (entry) => variant_id !== null && entry.variant_id === variant_id
  )
  const trimmed = sku?.trim()
  const matches = mapped.length
    ? mapped
    : catalogue.filter((entry) => trimmed && entry.sku === trimmed)
  return [...new Set(matches.map(({ external_id }) => external_id))]
}

/** The vendor's products and how many of each: vendors want each once. */
export function quantitiesByProduct(
  lines: readonly Pick<PushedLine, "external_product_id" | "quantity">[]
): { external_product_id: string; quantity: number }[] {
  const quantities = new Map<string, number>()
  for (const { external_product_id, quantity } of lines) {
    quantities.set(
      external_product_id,
      (quantities.get(external_product_id) ?? 0) + quantity
    )
  }
  return [...quantities].map(([external_product_id, quantity]) => ({
    external_product_id,
    quantity,
  }))
}
