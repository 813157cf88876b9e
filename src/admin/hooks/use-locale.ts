import { useTranslation } from "react-i18next"

import { toLocale } from "../lib/locale"

/** The viewer's language as `Intl` wants it. */
export function useLocale(): string {
  const { i18n } = useTranslation()
  return toLocale(i18n.language || "en")
}
