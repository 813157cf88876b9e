/** What stands on the shelf, as written down in this folder. */
export type DemoProduct = {
  title: string
  handle: string
  /** One of the sub-categories of `CATEGORIES`. */
  category: string
  description: string
  variants: DemoVariant[]
  tags?: string[]
  metadata?: Drink | Cannabis
  /** Of what is made for whoever asked before. */
  preOrder?: PreOrder
}

export type DemoVariant = {
  title: string
  sku: string
  /** US dollars. */
  price: number
  /** Weight with its packing. */
  grams: number
}

/** How far ahead it is ordered, and how many the oven takes a day. */
export type PreOrder = {
  /** Days between the order and the first possible delivery. */
  lead_days: number
  daily_capacity: number
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
