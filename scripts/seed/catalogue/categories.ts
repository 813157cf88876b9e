/** The three trades of the shop and what each of them sells. */
export const CATEGORIES = [
  {
    name: "Bakery",
    description: "Baked in our own kitchen, brought the same day.",
    children: ["Bread", "Pastry", "Cakes and cookies", "Pantry"],
  },
  {
    name: "Wine and beer",
    description: "Small growers and small breweries. From 21 years.",
    children: ["Red wine", "White and rosé", "Sparkling", "Beer and cider"],
  },
  {
    name: "Dispensary",
    description: "Licensed cannabis. From 21 years, with an ID at the door.",
    children: ["Flower", "Pre-rolls", "Edibles", "Vapes", "Wellness"],
  },
] as const

export type Trade = (typeof CATEGORIES)[number]["name"]

/** The trade that a sub-category belongs to. */
export function tradeOf(category: string): Trade {
  const found = CATEGORIES.find(({ children }) =>
    children.some((name) => name === category)
  )
  if (!found) {
    throw new Error(`No trade of the demo shop sells "${category}".`)
  }
  return found.name
}
