import type { Cannabis, DemoProduct, DemoVariant } from "./types"

const EIGHTH = 3.5

type Flower = {
  strain: string
  handle: string
  brand: string
  strain_type: Cannabis["strain_type"]
  thc_percent: number
  /** US dollars for an eighth of an ounce. */
  price: number
  sku: string
  description: string
}

const FLOWERS: Flower[] = [
  {
    strain: "Blue Dream",
    handle: "blue-dream-flower",
    brand: "Emerald Row",
    strain_type: "Hybrid",
    thc_percent: 21.4,
    price: 38,
    sku: "FLW-BLUE",
    description: "Berries and fresh hay; bright, easy afternoons.",
  },
  {
    strain: "Granddaddy Purple",
    handle: "granddaddy-purple-flower",
    brand: "Emerald Row",
    strain_type: "Indica",
    thc_percent: 22.8,
    price: 40,
    sku: "FLW-GDP",
    description: "Grape and earth; for the end of the day.",
  },
  {
    strain: "Sour Diesel",
    handle: "sour-diesel-flower",
    brand: "Potrero Farms",
    strain_type: "Sativa",
    thc_percent: 24.1,
    price: 42,
    sku: "FLW-SOUR",
    description: "Fuel and citrus peel; wide awake.",
  },
  {
    strain: "Wedding Cake",
    handle: "wedding-cake-flower",
    brand: "Potrero Farms",
    strain_type: "Hybrid",
    thc_percent: 26.3,
    price: 48,
    sku: "FLW-WED",
    description: "Vanilla, pepper, strong.",
  },
  {
    strain: "Harlequin",
    handle: "harlequin-flower",
    brand: "Quiet Hill",
    strain_type: "CBD",
    thc_percent: 5.6,
    price: 34,
    sku: "FLW-HARL",
    description: "Twice as much CBD as THC; clear and calm.",
  },
]

type PreRoll = Omit<Flower, "price" | "sku"> & {
  title: string
  variant: DemoVariant
  /** Of the flower in one pack. */
  net_weight_grams: number
}

const PRE_ROLLS: PreRoll[] = [
  {
    title: "Jack Herer Pre-roll",
    strain: "Jack Herer",
    handle: "jack-herer-pre-roll",
    brand: "Potrero Farms",
    strain_type: "Sativa",
    thc_percent: 22.5,
    description: "One gram of whole flower, rolled this week.",
    variant: { title: "1 g", sku: "PRE-JACK-1", price: 12, grams: 12 },
    net_weight_grams: 1,
  },
  {
    title: "Northern Lights Pre-roll",
    strain: "Northern Lights",
    handle: "northern-lights-pre-roll",
    brand: "Emerald Row",
    strain_type: "Indica",
    thc_percent: 20.9,
    description: "One gram, pine and sweet spice.",
    variant: { title: "1 g", sku: "PRE-NL-1", price: 11, grams: 12 },
    net_weight_grams: 1,
  },
  {
    title: "Mini Pre-rolls",
    strain: "Gelato",
    handle: "gelato-mini-pre-rolls",
    brand: "Quiet Hill",
    strain_type: "Hybrid",
    thc_percent: 23.7,
    description: "Five short ones in a tin, 0.35 g each.",
    variant: { title: "Tin of five", sku: "PRE-GEL-5", price: 24, grams: 40 },
    net_weight_grams: 1.75,
  },
]

/** Flower by the eighth of an ounce, and rolled. */
export const FLOWER: DemoProduct[] = [
  ...FLOWERS.map((flower): DemoProduct => ({
    title: `${flower.strain} Flower`,
    handle: flower.handle,
    category: "Flower",
    description: flower.description,
    metadata: usable(flower, EIGHTH),
    variants: [
      { title: "3.5 g", sku: flower.sku, price: flower.price, grams: 45 },
    ],
  })),
  ...PRE_ROLLS.map((roll): DemoProduct => ({
    title: roll.title,
    handle: roll.handle,
    category: "Pre-rolls",
    description: roll.description,
    metadata: usable(roll, roll.net_weight_grams),
    variants: [roll.variant],
  })),
]

function usable(
  {
    strain,
    strain_type,
    brand,
    thc_percent,
  }: Pick<Flower, "strain" | "strain_type" | "brand" | "thc_percent">,
  grams: number
): Cannabis {
  return {
    minimum_age: 21,
    compliance_class: "usable_cannabis",
    strain,
    strain_type,
    brand,
    thc_percent,
    thc_mg: null,
    net_weight_grams: grams,
    flower_equivalent_grams: grams,
  }
}
