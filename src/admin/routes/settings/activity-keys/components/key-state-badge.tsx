import { StatusBadge } from "@medusajs/ui"

import type { AdminReaderKey } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

const COLORS = { active: "green", expired: "orange", revoked: "grey" } as const

/** Whether a key opens anything, in a colour and a word. */
export function KeyStateBadge({ state }: Pick<AdminReaderKey, "state">) {
  const { t } = useCornerstoreTranslation()
  return (
    <StatusBadge color={COLORS[state]} className="text-nowrap">
      {t(`activityKeys.states.${state}`)}
    </StatusBadge>
  )
}
