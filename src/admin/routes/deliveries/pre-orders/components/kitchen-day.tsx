import { Thumbnail } from "@medusajs/dashboard/components"
import { Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { AdminProductDay } from "../../../../../sdk/types"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatDay } from "../../../../lib/dates"
import type { KitchenDay } from "./by-day"

/** One day: what to make, the number first. */
export function KitchenDaySection({ day }: { day: KitchenDay }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <section aria-label={formatDay(day.date, locale)}>
      <div className="bg-ui-bg-subtle flex items-baseline justify-between gap-2 px-4 py-2 md:px-6">
        <Heading level="h2">{formatDay(day.date, locale)}</Heading>
        <Text size="small" className="text-ui-fg-subtle tabular-nums">
          {t("preOrders.pieces", { count: day.pieces })}
        </Text>
      </div>
      <ul className="divide-y">
        {day.products.map((product) => (
          <li key={product.product_id}>
            <ProductRow product={product} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ProductRow({ product }: { product: AdminProductDay }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const notes = [
    product.held ? t("preOrders.held", { count: product.held }) : null,
    capacityText(product, t),
  ].filter((text) => text !== null)

  return (
    <Link
      to={`/products/${product.product_id}`}
      className="hover:bg-ui-bg-base-hover transition-fg focus-visible:shadow-borders-focus flex items-center gap-4 px-4 py-3 outline-none md:px-6"
    >
      <span className="h1-core w-12 shrink-0 text-right tabular-nums">
        {number.format(product.ordered)}
      </span>
      <Thumbnail src={product.thumbnail} />
      <span className="min-w-0 grow">
        <Text size="small" weight="plus" className="text-pretty">
          {product.title ?? t("preOrders.deleted")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {notes.join(" · ")}
        </Text>
      </span>
    </Link>
  )
}

function capacityText(
  { capacity, left }: AdminProductDay,
  t: ReturnType<typeof useCornerstoreTranslation>["t"]
): string {
  if (capacity === null || left === null) {
    return t("preOrders.unlimited")
  }
  return left === 0
    ? t("preOrders.soldOut", { capacity })
    : t("preOrders.left", { left, capacity })
}
