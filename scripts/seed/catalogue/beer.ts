import type { DemoProduct } from "./types"

const CAN_ML = 355
const TALL_CAN_ML = 473
const BOTTLE_ML = 750

/** Beer and cider, by the can, the four-pack or the large bottle. */
export const BEER: DemoProduct[] = [
  {
    title: "Fog Bank Hazy IPA",
    handle: "fog-bank-hazy-ipa",
    category: "Beer and cider",
    description: "Mango, pine, soft as the weather.",
    metadata: { minimum_age: 21, abv: 6.8, volume_ml: TALL_CAN_ML },
    variants: [
      { title: "Can", sku: "BEER-FOG-1", price: 5.5, grams: 500 },
      { title: "Four-pack", sku: "BEER-FOG-4", price: 19.5, grams: 2020 },
    ],
  },
  {
    title: "Dolores Pilsner",
    handle: "dolores-pilsner",
    category: "Beer and cider",
    description: "Crisp, floral, made to carry to the park.",
    metadata: { minimum_age: 21, abv: 4.9, volume_ml: CAN_ML },
    variants: [
      { title: "Can", sku: "BEER-PILS-1", price: 3.75, grams: 375 },
      { title: "Six-pack", sku: "BEER-PILS-6", price: 15.5, grams: 2280 },
    ],
  },
  {
    title: "Cable Car Steam",
    handle: "cable-car-steam",
    category: "Beer and cider",
    description: "Amber lager at ale temperature: the city's own style.",
    metadata: { minimum_age: 21, abv: 5.1, volume_ml: CAN_ML },
    variants: [
      { title: "Can", sku: "BEER-STEAM-1", price: 3.95, grams: 375 },
      { title: "Six-pack", sku: "BEER-STEAM-6", price: 16.5, grams: 2280 },
    ],
  },
  {
    title: "Night Bus Stout",
    handle: "night-bus-stout",
    category: "Beer and cider",
    description: "Dry stout with coffee from around the corner.",
    metadata: { minimum_age: 21, abv: 5.6, volume_ml: TALL_CAN_ML },
    variants: [
      { title: "Can", sku: "BEER-STOUT-1", price: 5.25, grams: 500 },
      { title: "Four-pack", sku: "BEER-STOUT-4", price: 18.5, grams: 2020 },
    ],
  },
  {
    title: "Sutro Saison",
    handle: "sutro-saison",
    category: "Beer and cider",
    description: "Pear, pepper, bottle-conditioned.",
    metadata: { minimum_age: 21, abv: 6.4, volume_ml: BOTTLE_ML },
    variants: [
      { title: "Large bottle", sku: "BEER-SAIS", price: 14, grams: 1200 },
    ],
  },
  {
    title: "Wild Plum Sour",
    handle: "wild-plum-sour",
    category: "Beer and cider",
    description: "Two summers in oak with backyard plums.",
    metadata: { minimum_age: 21, abv: 7.1, volume_ml: BOTTLE_ML },
    variants: [
      { title: "Large bottle", sku: "BEER-SOUR", price: 21, grams: 1200 },
    ],
  },
  {
    title: "Gravenstein Dry Cider",
    handle: "gravenstein-dry-cider",
    category: "Beer and cider",
    description: "Sebastopol apples, bone dry.",
    metadata: { minimum_age: 21, abv: 6.9, volume_ml: TALL_CAN_ML },
    variants: [
      { title: "Can", sku: "CIDER-GRAV-1", price: 5, grams: 500 },
      { title: "Four-pack", sku: "CIDER-GRAV-4", price: 17.5, grams: 2020 },
    ],
  },
  {
    title: "Table Beer",
    handle: "table-beer",
    category: "Beer and cider",
    description: "Light, hoppy, for a long lunch.",
    metadata: { minimum_age: 21, abv: 3.1, volume_ml: CAN_ML },
    variants: [
      { title: "Can", sku: "BEER-TABLE-1", price: 3.25, grams: 375 },
      { title: "Six-pack", sku: "BEER-TABLE-6", price: 13.5, grams: 2280 },
    ],
  },
]
