import type { DemoProduct } from "./types"

export const CAKES_AND_PANTRY: DemoProduct[] = [
  {
    title: "Lemon Tart",
    handle: "lemon-tart",
    category: "Cakes and cookies",
    description: "Sharp lemon curd in a short crust.",
    variants: [
      { title: "Small", sku: "CAKE-LEMON-S", price: 7, grams: 130 },
      { title: "For eight", sku: "CAKE-LEMON-L", price: 38, grams: 1100 },
    ],
  },
  {
    title: "Carrot Cake",
    handle: "carrot-cake",
    category: "Cakes and cookies",
    description: "Walnuts, warm spices and cream cheese frosting.",
    tags: ["Pre-order"],
    preOrder: { lead_days: 1, daily_capacity: 24 },
    variants: [
      { title: "For ten", sku: "CAKE-CARROT", price: 46, grams: 1600 },
    ],
  },
  {
    title: "Birthday Layer Cake",
    handle: "birthday-layer-cake",
    category: "Cakes and cookies",
    description:
      "Vanilla sponge, raspberry, swiss buttercream. Say in the note what to write on it.",
    tags: ["Pre-order"],
    preOrder: { lead_days: 3, daily_capacity: 12 },
    variants: [
      { title: "For eight", sku: "CAKE-BDAY-8", price: 58, grams: 1500 },
      { title: "For sixteen", sku: "CAKE-BDAY-16", price: 96, grams: 2900 },
    ],
  },
  {
    title: "Princess Cake",
    handle: "princess-cake",
    category: "Cakes and cookies",
    description: "Sponge, custard, raspberry jam under green marzipan.",
    tags: ["Pre-order"],
    preOrder: { lead_days: 2, daily_capacity: 12 },
    variants: [{ title: "For ten", sku: "CAKE-PRIN", price: 64, grams: 1700 }],
  },
  {
    title: "Seasonal Fruit Galette",
    handle: "seasonal-fruit-galette",
    category: "Cakes and cookies",
    description: "Whatever is best at the Ferry Plaza market this week.",
    tags: ["Pre-order"],
    preOrder: { lead_days: 1, daily_capacity: 30 },
    variants: [{ title: "For six", sku: "CAKE-GAL", price: 32, grams: 900 }],
  },
  {
    title: "Chocolate Chip Cookies",
    handle: "chocolate-chip-cookies",
    category: "Cakes and cookies",
    description: "Brown butter, sea salt, large pieces of chocolate.",
    variants: [
      { title: "Box of four", sku: "COOKIE-CHIP-4", price: 12, grams: 360 },
      { title: "Box of twelve", sku: "COOKIE-CHIP-12", price: 32, grams: 1080 },
    ],
  },
  {
    title: "Granola",
    handle: "granola",
    category: "Pantry",
    description: "Oats, hazelnuts and maple syrup, roasted in small batches.",
    variants: [{ title: "Bag", sku: "PANTRY-GRAN", price: 11.5, grams: 400 }],
  },
  {
    title: "Apricot Jam",
    handle: "apricot-jam",
    category: "Pantry",
    description: "Blenheim apricots, cooked short in copper.",
    variants: [{ title: "Jar", sku: "PANTRY-JAM", price: 9.75, grams: 520 }],
  },
  {
    title: "Cultured Butter",
    handle: "cultured-butter",
    category: "Pantry",
    description: "The butter of our croissants, salted, wrapped by hand.",
    variants: [{ title: "Block", sku: "PANTRY-BUTR", price: 7.5, grams: 240 }],
  },
]
