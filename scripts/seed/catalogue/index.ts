import { BEER } from "./beer"
import { BREAD_AND_PASTRY } from "./bread-and-pastry"
import { CAKES_AND_PANTRY } from "./cakes-and-pantry"
import { EDIBLES_AND_MORE } from "./edibles-and-more"
import { FLOWER } from "./flower"
import type { DemoProduct } from "./types"
import { WINE } from "./wine"

export { CATEGORIES, type Trade, tradeOf } from "./categories"
export type {
  Cannabis,
  DemoProduct,
  DemoVariant,
  Drink,
  PreOrder,
} from "./types"

/** All that the demo shop sells; prices in dollars. */
export const PRODUCTS: DemoProduct[] = [
  ...BREAD_AND_PASTRY,
  ...CAKES_AND_PANTRY,
  ...WINE,
  ...BEER,
  ...FLOWER,
  ...EDIBLES_AND_MORE,
]
