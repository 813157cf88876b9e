import { Skeleton, Text } from "@medusajs/ui"

import type { AdminProductDay } from "../../../sdk/types"
import { useProductDays } from "../../hooks/api/product-days"
import { useLocale } from "../../hooks/use-locale"
import { useShopZone } from "../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { addDays, dayInZone, formatDay } from "../../lib/dates"
import { PageError } from "../page-state"

const DAYS = 14

/** What is sold and left of a product on each of the next two weeks' days. */
export function DayTable({ productId }: { productId: string }) {
  const zone = useShopZone()
  const today = zone ? dayInZone(new Date(), zone) : ""
  const { days, error, refetch } = useProductDays(
    {
      from: today,
      to: today && addDays(today, DAYS - 1),
      product_id: productId,
    },
    today !== ""
  )
  if (!days) {
    return error ? (
      <PageError bare error={error} onRetry={() => void refetch()} />
    ) : (
      <div className="px-6 py-4">
        <Skeleton className="h-24 w-full" />
      </div>
    )
  }
  return <Days days={days} />
}

function Days({ days }: { days: AdminProductDay[] }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)

  if (!days.length) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4 text-pretty">
        {t("productDays.table.none")}
      </Text>
    )
  }
  return (
    <div className="px-6 py-4">
      <table className="txt-small w-full tabular-nums">
        <caption className="sr-only">{t("productDays.table.caption")}</caption>
        <thead>
          <tr className="text-ui-fg-subtle">
            <th scope="col" className="py-1 text-left font-normal">
              {t("productDays.table.day")}
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {t("productDays.table.sold")}
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {t("productDays.table.left")}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <th scope="row" className="py-1 text-left font-normal">
                {formatDay(day.date, locale)}
              </th>
              <td className="py-1 text-right">
                {number.format(day.ordered + day.held)}
              </td>
              <td className="py-1 text-right">
                {!day.is_orderable ? (
                  <span className="text-ui-fg-muted">
                    {t("productDays.table.over")}
                  </span>
                ) : day.left === null ? (
                  "–"
                ) : day.left === 0 ? (
                  <span className="text-ui-tag-red-text">
                    {t("productDays.table.soldOut")}
                  </span>
                ) : (
                  number.format(day.left)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
