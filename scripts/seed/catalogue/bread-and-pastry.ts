import type { DemoProduct } from "./types"

export const BREAD_AND_PASTRY: DemoProduct[] = [
  {
    title: "Country Sourdough",
    handle: "country-sourdough",
    category: "Bread",
    description: "Wheat and a little rye, raised for two days.",
    variants: [
      { title: "Half", sku: "BREAD-SOUR-HALF", price: 5.5, grams: 500 },
      { title: "Whole", sku: "BREAD-SOUR-WHOLE", price: 9.5, grams: 1000 },
    ],
  },
  {
    title: "Seeded Rye",
    handle: "seeded-rye",
    category: "Bread",
    description: "Dense rye with sunflower, pumpkin and flax seeds.",
    variants: [{ title: "Loaf", sku: "BREAD-RYE", price: 8.75, grams: 850 }],
  },
  {
    title: "Baguette",
    handle: "baguette",
    category: "Bread",
    description: "Thin crust, long fermentation, baked every morning.",
    variants: [
      { title: "One", sku: "BREAD-BAG-1", price: 3.75, grams: 280 },
      { title: "Three", sku: "BREAD-BAG-3", price: 10, grams: 840 },
    ],
  },
  {
    title: "Olive Ciabatta",
    handle: "olive-ciabatta",
    category: "Bread",
    description: "Open crumb with green olives and rosemary.",
    variants: [{ title: "Loaf", sku: "BREAD-CIA", price: 6.5, grams: 450 }],
  },
  {
    title: "Milk Bread",
    handle: "milk-bread",
    category: "Bread",
    description: "Soft white pan loaf for toast and sandwiches.",
    variants: [{ title: "Loaf", sku: "BREAD-MILK", price: 8, grams: 620 }],
  },
  {
    title: "Rosemary Focaccia",
    handle: "rosemary-focaccia",
    category: "Bread",
    description: "Olive oil, flaky salt, rosemary from the roof garden.",
    variants: [
      { title: "Quarter", sku: "BREAD-FOC-Q", price: 6, grams: 320 },
      { title: "Whole tray", sku: "BREAD-FOC-T", price: 21, grams: 1280 },
    ],
  },
  {
    title: "Challah",
    handle: "challah",
    category: "Bread",
    description:
      "Six strands, plenty of eggs, poppy or sesame. Baked for Friday and to order.",
    tags: ["Pre-order"],
    preOrder: { lead_days: 1, daily_capacity: 40 },
    variants: [
      { title: "Poppy", sku: "BREAD-CHA-P", price: 10.5, grams: 700 },
      { title: "Sesame", sku: "BREAD-CHA-S", price: 10.5, grams: 700 },
    ],
  },
  {
    title: "Butter Croissant",
    handle: "butter-croissant",
    category: "Pastry",
    description: "Laminated by hand with cultured butter.",
    variants: [
      { title: "One", sku: "PASTRY-CRO-1", price: 4.25, grams: 80 },
      { title: "Box of six", sku: "PASTRY-CRO-6", price: 23, grams: 480 },
    ],
  },
  {
    title: "Pain au Chocolat",
    handle: "pain-au-chocolat",
    category: "Pastry",
    description: "Two sticks of dark chocolate in croissant dough.",
    variants: [{ title: "One", sku: "PASTRY-PAC", price: 4.75, grams: 90 }],
  },
  {
    title: "Cinnamon Roll",
    handle: "cinnamon-roll",
    category: "Pastry",
    description: "Soft brioche, Ceylon cinnamon, a thin glaze.",
    variants: [{ title: "One", sku: "PASTRY-CIN", price: 5, grams: 140 }],
  },
  {
    title: "Almond Bear Claw",
    handle: "almond-bear-claw",
    category: "Pastry",
    description: "Filled with almond cream and toasted flakes.",
    variants: [{ title: "One", sku: "PASTRY-BEAR", price: 5.25, grams: 120 }],
  },
  {
    title: "Morning Bun",
    handle: "morning-bun",
    category: "Pastry",
    description: "Croissant dough rolled in orange sugar.",
    variants: [
      { title: "One", sku: "PASTRY-BUN-1", price: 4.95, grams: 110 },
      { title: "Box of four", sku: "PASTRY-BUN-4", price: 18.5, grams: 440 },
    ],
  },
  {
    title: "Leek and Gruyère Danish",
    handle: "leek-gruyere-danish",
    category: "Pastry",
    description: "Savory: melted leeks, cave-aged cheese, black pepper.",
    variants: [{ title: "One", sku: "PASTRY-LEEK", price: 6.25, grams: 130 }],
  },
]
