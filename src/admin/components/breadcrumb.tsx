import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"

/** A page's name above it, in the words of the menu. */
export function Breadcrumb({ label }: { label: string }) {
  const { t } = useCornerstoreTranslation()
  return <span className="line-clamp-1">{t(label)}</span>
}
