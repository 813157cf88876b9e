export type DemoProduct = {
  title: string
  handle: string
  category: string
  description: string
  variants: { title: string; sku: string; price: number; grams: number }[]
}

/** What the bakery sells; prices in dollars. */
export const PRODUCTS: DemoProduct[] = [
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
    variants: [
      { title: "For ten", sku: "CAKE-CARROT", price: 46, grams: 1600 },
    ],
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
]
