import { useCallback } from "react"

import type { AdminDeliveryException } from "../../../../../sdk/types"
import { useAllDistricts } from "../../../../hooks/api/districts"
import { useWindows } from "../../../../hooks/api/windows"
import { useLocale } from "../../../../hooks/use-locale"
import { useShopCurrency } from "../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { changeTexts, daysText, scopeText } from "./exception-texts"

export type ExceptionWords = { days: string; scope: string; changes: string }

/**
 * An exception as its row says it.
 *
 * @param today - in the shop's zone
 */
export function useExceptionWords(
  today: string
): (exception: AdminDeliveryException) => ExceptionWords {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const currency = useShopCurrency()
  const { districts } = useAllDistricts()
  const { windows } = useWindows()
  return useCallback(
    (exception) => ({
      days: [
        daysText(exception, today, locale),
        ...(exception.repeats_yearly ? [t("deliveryDays.everyYear")] : []),
      ].join(" · "),
      scope: scopeText(exception, districts, windows, { t, locale }),
      changes: changeTexts(exception, { t, locale, currency }).join(", "),
    }),
    [currency, districts, locale, t, today, windows]
  )
}
