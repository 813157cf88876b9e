/** A product as a vendor's catalogue lists it. */
export type CatalogueProduct = {
  external_id: string
  sku: string | null
  name: string
}

/** Below this many products a catalogue may well be halved by a person. */
const SMALL = 10

/**
 * Whether an answer is more likely a fault than the truth: vendors answer
 * empty or cut lists, and a shop must not lose its mapping to one.
 *
 * @param before - products known so far
 * @param after - products in the answer
 */
export function isImplausible(before: number, after: number): boolean {
  if (before === 0) {
    return false
  }
  return after === 0 || (before >= SMALL && after < before / 2)
}

/** SKUs that more than one product bears. */
export function ambiguousSkus(
  products: readonly Pick<CatalogueProduct, "external_id" | "sku">[]
): Set<string> {
  const owners = new Map<string, string>()
  const ambiguous = new Set<string>()
  for (const { external_id, sku } of products) {
    if (sku === null) {
      continue
    }
    const owner = owners.get(sku)
    if (owner !== undefined && owner !== external_id) {
      ambiguous.add(sku)
    }
    owners.set(sku, external_id)
  }
  return ambiguous
}

/** One row per product: vendors list a product once per package. */
export function distinctProducts(
  products: readonly CatalogueProduct[]
): CatalogueProduct[] {
  return [
    ...new Map(
      products.map((product) => [product.external_id, product])
    ).values(),
  ]
}
