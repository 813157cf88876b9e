import { useLocale } from "../../../../hooks/use-locale"
import { useShopCurrency } from "../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatMoney } from "../../../../lib/money"

/** Writes a limit: nothing is no limit, 0 is no cash. */
export function useCashText(): (limit: number | null) => string {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const currency = useShopCurrency()
  return (limit) =>
    limit === null
      ? t("cashPolicy.noLimit")
      : limit === 0
        ? t("cashPolicy.noCash")
        : formatMoney(limit, currency, locale)
}
