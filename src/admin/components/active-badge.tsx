import { StatusBadge } from "@medusajs/ui"

import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"

/** Whether something takes part, in a colour and a word. */
export function ActiveBadge({ active }: { active: boolean }) {
  const { t } = useCornerstoreTranslation()
  return (
    <StatusBadge color={active ? "green" : "grey"} className="text-nowrap">
      {t(active ? "districts.active" : "districts.inactive")}
    </StatusBadge>
  )
}
