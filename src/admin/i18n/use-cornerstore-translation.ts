import type { TFunction } from "i18next"
import { useTranslation } from "react-i18next"

/** Namespace of our texts, beside Medusa's own `translation`. */
export const NAMESPACE = "cornerstore"

/** `t` for our own texts; `host` for the words Medusa has already. */
export function useCornerstoreTranslation(): {
  t: TFunction<typeof NAMESPACE>
  host: TFunction
} {
  const { t } = useTranslation(NAMESPACE)
  const { t: host } = useTranslation()
  return { t, host }
}
