import type { Cannabis, DemoProduct } from "./types"

/**
 * Grams of flower that a milligram of THC in an edible counts for where a limit
 * is one total (1 oz of flower for 800 mg, as Colorado has it).
 */
const FLOWER_PER_EDIBLE_MG = 28 / 800
/** Grams of flower that a gram of concentrate counts for (1 oz for 8 g). */
const FLOWER_PER_CONCENTRATE_GRAM = 28 / 8

type Infused = {
  title: string
  handle: string
  category: "Edibles" | "Wellness"
  description: string
  compliance_class: "edible" | "tincture" | "topical"
  brand: string
  strain_type: Cannabis["strain_type"]
  thc_mg: number
  net_weight_grams: number
  variant: { title: string; sku: string; price: number; grams: number }
}

const INFUSED: Infused[] = [
  {
    title: "Yuzu Gummies",
    handle: "yuzu-gummies",
    category: "Edibles",
    description: "Ten pieces of 10 mg, sour sugar.",
    compliance_class: "edible",
    brand: "Little Dose",
    strain_type: "Sativa",
    thc_mg: 100,
    net_weight_grams: 45,
    variant: { title: "Tin of ten", sku: "EDI-YUZU", price: 18, grams: 70 },
  },
  {
    title: "Elderberry Sleep Gummies",
    handle: "elderberry-sleep-gummies",
    category: "Edibles",
    description: "Twenty pieces of 5 mg with CBN.",
    compliance_class: "edible",
    brand: "Little Dose",
    strain_type: "Indica",
    thc_mg: 100,
    net_weight_grams: 80,
    variant: {
      title: "Tin of twenty",
      sku: "EDI-ELDER",
      price: 22,
      grams: 105,
    },
  },
  {
    title: "Dark Chocolate Bar",
    handle: "dark-chocolate-bar-thc",
    category: "Edibles",
    description: "70 percent cocoa, twenty squares of 5 mg.",
    compliance_class: "edible",
    brand: "Quiet Hill",
    strain_type: "Hybrid",
    thc_mg: 100,
    net_weight_grams: 50,
    variant: { title: "Bar", sku: "EDI-CHOC", price: 20, grams: 65 },
  },
  {
    title: "Blood Orange Seltzer",
    handle: "blood-orange-seltzer",
    category: "Edibles",
    description: "5 mg a can, no alcohol, no sugar.",
    compliance_class: "edible",
    brand: "Low Tide",
    strain_type: "Hybrid",
    thc_mg: 20,
    net_weight_grams: 1420,
    variant: { title: "Four-pack", sku: "EDI-SELT", price: 21, grams: 1500 },
  },
  {
    title: "Peppermint Mints 2.5",
    handle: "peppermint-mints",
    category: "Edibles",
    description: "Forty mints of 2.5 mg for a careful start.",
    compliance_class: "edible",
    brand: "Little Dose",
    strain_type: "Hybrid",
    thc_mg: 100,
    net_weight_grams: 20,
    variant: { title: "Tin of forty", sku: "EDI-MINT", price: 19, grams: 45 },
  },
  {
    title: "Daily Tincture 1:1",
    handle: "daily-tincture",
    category: "Wellness",
    description: "Equal parts CBD and THC in olive oil, 30 ml.",
    compliance_class: "tincture",
    brand: "Quiet Hill",
    strain_type: "CBD",
    thc_mg: 300,
    net_weight_grams: 28,
    variant: { title: "30 ml", sku: "WEL-TINC", price: 52, grams: 95 },
  },
  {
    title: "Muscle Balm",
    handle: "muscle-balm",
    category: "Wellness",
    description: "Arnica, menthol and CBD, for the skin only.",
    compliance_class: "topical",
    brand: "Quiet Hill",
    strain_type: "CBD",
    thc_mg: 50,
    net_weight_grams: 60,
    variant: { title: "Jar", sku: "WEL-BALM", price: 36, grams: 130 },
  },
]

type Vape = {
  strain: string
  handle: string
  description: string
  brand: string
  strain_type: Cannabis["strain_type"]
  thc_percent: number
  grams: 0.5 | 1
  sku: string
  price: number
}

const VAPES: Vape[] = [
  {
    strain: "Pineapple Express",
    handle: "pineapple-express-cartridge",
    description: "Live resin, 510 thread.",
    brand: "Potrero Farms",
    strain_type: "Hybrid",
    thc_percent: 78.4,
    grams: 1,
    sku: "VAP-PINE",
    price: 45,
  },
  {
    strain: "Strawberry Cough",
    handle: "strawberry-cough-cartridge",
    description: "Half a gram of distillate with its own terpenes.",
    brand: "Emerald Row",
    strain_type: "Sativa",
    thc_percent: 84.2,
    grams: 0.5,
    sku: "VAP-STRAW",
    price: 28,
  },
  {
    strain: "Bubba Kush",
    handle: "bubba-kush-all-in-one",
    description: "All-in-one with a rechargeable battery.",
    brand: "Emerald Row",
    strain_type: "Indica",
    thc_percent: 81.7,
    grams: 0.5,
    sku: "VAP-BUBBA",
    price: 34,
  },
]

/** What is eaten, drunk, dropped under the tongue, rubbed in or inhaled. */
export const EDIBLES_AND_MORE: DemoProduct[] = [
  ...INFUSED.map((product): DemoProduct => ({
    title: product.title,
    handle: product.handle,
    category: product.category,
    description: product.description,
    metadata: {
      minimum_age: 21,
      compliance_class: product.compliance_class,
      strain: null,
      strain_type: product.strain_type,
      brand: product.brand,
      thc_percent: null,
      thc_mg: product.thc_mg,
      net_weight_grams: product.net_weight_grams,
      flower_equivalent_grams:
        product.compliance_class === "topical"
          ? 0
          : cents(product.thc_mg * FLOWER_PER_EDIBLE_MG),
    },
    variants: [product.variant],
  })),
  ...VAPES.map((vape): DemoProduct => ({
    title: `${vape.strain} Vape`,
    handle: vape.handle,
    category: "Vapes",
    description: vape.description,
    metadata: {
      minimum_age: 21,
      compliance_class: "concentrate",
      strain: vape.strain,
      strain_type: vape.strain_type,
      brand: vape.brand,
      thc_percent: vape.thc_percent,
      thc_mg: null,
      net_weight_grams: vape.grams,
      flower_equivalent_grams: vape.grams * FLOWER_PER_CONCENTRATE_GRAM,
    },
    variants: [
      { title: `${vape.grams} g`, sku: vape.sku, price: vape.price, grams: 55 },
    ],
  })),
]

function cents(value: number): number {
  return Math.round(value * 100) / 100
}
