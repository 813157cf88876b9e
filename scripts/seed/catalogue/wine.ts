import type { DemoProduct } from "./types"

/** Grams of a full bottle of 0.75 l. */
const BOTTLE = 1250

type Wine = {
  title: string
  handle: string
  category: "Red wine" | "White and rosé" | "Sparkling"
  description: string
  sku: string
  price: number
  abv: number
  vintage?: number
  grape: string
}

const WINES: Wine[] = [
  {
    title: "Dry Creek Zinfandel",
    handle: "dry-creek-zinfandel",
    category: "Red wine",
    description: "Old vines, blackberry and pepper, no new oak.",
    sku: "WINE-ZIN",
    price: 27,
    abv: 14.5,
    vintage: 2022,
    grape: "Zinfandel",
  },
  {
    title: "Sonoma Coast Pinot Noir",
    handle: "sonoma-coast-pinot-noir",
    category: "Red wine",
    description: "Cool fog, sour cherry, a little forest floor.",
    sku: "WINE-PINOT",
    price: 38,
    abv: 13.2,
    vintage: 2022,
    grape: "Pinot Noir",
  },
  {
    title: "Mendocino Carignan",
    handle: "mendocino-carignan",
    category: "Red wine",
    description: "Light red for the fridge door, foot-stomped.",
    sku: "WINE-CARI",
    price: 24,
    abv: 12.4,
    vintage: 2023,
    grape: "Carignan",
  },
  {
    title: "Lodi Tempranillo",
    handle: "lodi-tempranillo",
    category: "Red wine",
    description: "Plum, leather, made for the grill.",
    sku: "WINE-TEMP",
    price: 21,
    abv: 13.9,
    vintage: 2021,
    grape: "Tempranillo",
  },
  {
    title: "Santa Cruz Mountains Cabernet",
    handle: "santa-cruz-cabernet",
    category: "Red wine",
    description: "Mountain fruit, cedar, keeps ten years.",
    sku: "WINE-CAB",
    price: 54,
    abv: 14.1,
    vintage: 2020,
    grape: "Cabernet Sauvignon",
  },
  {
    title: "Anderson Valley Gewürztraminer",
    handle: "anderson-valley-gewurztraminer",
    category: "White and rosé",
    description: "Dry, rose petals and lychee.",
    sku: "WINE-GEW",
    price: 23,
    abv: 13,
    vintage: 2023,
    grape: "Gewürztraminer",
  },
  {
    title: "Carneros Chardonnay",
    handle: "carneros-chardonnay",
    category: "White and rosé",
    description: "Lemon cream, neutral barrels, no butter.",
    sku: "WINE-CHARD",
    price: 31,
    abv: 13.4,
    vintage: 2022,
    grape: "Chardonnay",
  },
  {
    title: "Clarksburg Chenin Blanc",
    handle: "clarksburg-chenin-blanc",
    category: "White and rosé",
    description: "Quince and chalk; our house white.",
    sku: "WINE-CHEN",
    price: 19,
    abv: 12.5,
    vintage: 2023,
    grape: "Chenin Blanc",
  },
  {
    title: "Skin-Contact Pinot Gris",
    handle: "skin-contact-pinot-gris",
    category: "White and rosé",
    description: "Twelve days on the skins: copper, apricot, grip.",
    sku: "WINE-ORNG",
    price: 29,
    abv: 12.8,
    vintage: 2023,
    grape: "Pinot Gris",
  },
  {
    title: "Grenache Rosé",
    handle: "grenache-rose",
    category: "White and rosé",
    description: "Pale, salty, gone by Sunday.",
    sku: "WINE-ROSE",
    price: 22,
    abv: 12.6,
    vintage: 2024,
    grape: "Grenache",
  },
  {
    title: "Brut Nature",
    handle: "brut-nature",
    category: "Sparkling",
    description: "Thirty months on the lees, no dosage.",
    sku: "WINE-BRUT",
    price: 36,
    abv: 12,
    grape: "Chardonnay and Pinot Noir",
  },
  {
    title: "Pét-Nat of Muscat",
    handle: "pet-nat-muscat",
    category: "Sparkling",
    description: "Cloudy, floral, crown cap.",
    sku: "WINE-PETNAT",
    price: 26,
    abv: 11,
    vintage: 2024,
    grape: "Muscat",
  },
]

export const WINE: DemoProduct[] = WINES.map(
  ({ sku, price, abv, vintage, grape, ...product }) => ({
    ...product,
    metadata: { minimum_age: 21, abv, volume_ml: 750, vintage, grape },
    variants: [{ title: "Bottle", sku, price, grams: BOTTLE }],
  })
)
