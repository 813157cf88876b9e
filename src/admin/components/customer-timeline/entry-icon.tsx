import {
  CheckCircle,
  CursorArrowRays,
  Eye,
  Heart,
  MagnifyingGlass,
  ShoppingBag,
  ShoppingCart,
  Star,
  Tag,
  User,
  XCircle,
} from "@medusajs/icons"
import type { ComponentType } from "react"

import type { TimelineEntry } from "../../../sdk/types"

/** First match wins; the icon repeats what the words say. */
const ICONS: [RegExp, ComponentType][] = [
  [/^points\./, Star],
  [/^login\.success$/, User],
  [/^order\.delivered$/, CheckCircle],
  [/cancel|denied|removed|refused$/i, XCircle],
  [/^order\.|^Order /, ShoppingBag],
  [/wishlist/i, Heart],
  [/search|filter/i, MagnifyingGlass],
  [/cart|checkout|product added|payment/i, ShoppingCart],
  [/coupon|promotion/i, Tag],
  [/review/i, Star],
  [/^identify$|^alias$|^group$|^Signed /, User],
  [/viewed|^page$|^screen$/i, Eye],
]

export function EntryIcon({ entry }: { entry: TimelineEntry }) {
  const { type } = entry.data
  const name = type === "page" || type === "screen" ? type : entry.name
  const [, Icon] = ICONS.find(([pattern]) => pattern.test(name)) ?? []
  return Icon ? <Icon /> : <CursorArrowRays />
}
