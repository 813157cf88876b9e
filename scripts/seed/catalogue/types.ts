/** What stands on the shelf, as written down in this folder. */
export type DemoProduct = {
  title: string
  handle: string
  /** One of the sub-categories of `CATEGORIES`. */
  category: string
  description: string
  variants: DemoVariant[]
  tags?: string[]
  metadata?: PreOrder | Drink | Cannabis
}

export type DemoVariant = {
  title: string
  sku: string
  /** US dollars. */
  price: number
  /** Weight with its packing. */
  grams: number
}

/** Baked for whoever asked before. */
export type PreOrder = {
  pre_order: true
  /** Days between the order and the first possible delivery. */
  lead_days: number
}

export type Drink = {
  minimum_age: 21
  /** Percent by volume. */
  abv: number
  volume_ml: number
  /** Wine only. */
  vintage?: number
  grape?: string
}

/** What purchase limits and the register of a dispensary ask about a product. */
export type Cannabis = {
  minimum_age: 21
  compliance_class:
    "usable_cannabis" | "concentrate" | "edible" | "tincture" | "topical"
  strain: string | null
  strain_type: "Sativa" | "Indica" | "Hybrid" | "CBD"
  brand: string
  /** Percent of THC by weight; null where the milligrams of a pack count. */
  thc_percent: number | null
  /** Milligrams of THC in one pack; null where the percentage counts. */
  thc_mg: number | null
  /** Of the product itself, without packing. */
  net_weight_grams: number
  /** Grams of flower that one pack counts for in a purchase limit. */
  flower_equivalent_grams: number
}
