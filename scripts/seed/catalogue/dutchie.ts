import { PRODUCTS } from "."
import type { Cannabis, DemoProduct } from "./types"

/** A product as the simulator of Dutchie's POS is seeded with it. */
export type DutchieProduct = {
  sku: string
  productName: string
  description: string
  price: number
  category: string
  masterCategory: string
  brandName: string
  strain: string | null
  strainType: Cannabis["strain_type"]
  netWeight: number
  netWeightUnit: "g"
  flowerEquivalent: number
  thcContent: number
  isCannabis: true
  stock: number
  packages: number
}

/** Dutchie's own top categories. */
const MASTER_CATEGORIES: Record<string, string> = {
  Flower: "Flower",
  "Pre-rolls": "Pre-Rolls",
  Edibles: "Edible",
  Vapes: "Vaporizers",
  Wellness: "Tincture",
}
/** So many that the demo does not run out in a day. */
const STOCK = 60
const PACKAGES = 2

/** The dispensary's shelf as its register knows it: one product for each SKU. */
export function dutchieCatalogue(): DutchieProduct[] {
  return PRODUCTS.flatMap((product) => {
    const { metadata } = product
    return metadata && "compliance_class" in metadata
      ? product.variants.map((variant) => toDutchie(product, metadata, variant))
      : []
  })
}

function toDutchie(
  { title, description, category }: DemoProduct,
  cannabis: Cannabis,
  { sku, price, title: size }: DemoProduct["variants"][number]
): DutchieProduct {
  return {
    sku,
    price,
    description,
    category,
    productName: `${title} ${size}`,
    masterCategory:
      cannabis.compliance_class === "topical"
        ? "Topicals"
        : (MASTER_CATEGORIES[category] ?? category),
    brandName: cannabis.brand,
    strain: cannabis.strain,
    strainType: cannabis.strain_type,
    netWeight: cannabis.net_weight_grams,
    netWeightUnit: "g",
    flowerEquivalent: cannabis.flower_equivalent_grams,
    thcContent: cannabis.thc_percent ?? cannabis.thc_mg ?? 0,
    isCannabis: true,
    stock: STOCK,
    packages: PACKAGES,
  }
}
