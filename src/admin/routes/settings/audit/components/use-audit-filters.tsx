import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"

import type { AuditEntry } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import {
  actionText,
  actorText,
  AUDIT_ACTIONS,
  AUDIT_RESOURCES,
  resourceText,
} from "./audit-texts"

const filterHelper = createDataTableFilterHelper<AuditEntry>()

/** @param entries - those on screen; who acted there can be chosen */
export function useAuditFilters(entries: AuditEntry[] | undefined) {
  const { t } = useCornerstoreTranslation()

  return useMemo(() => {
    const actors = new Map(
      (entries ?? []).map((entry) => [entry.actor_id, actorText(entry, t)])
    )
    return [
      filterHelper.accessor("action", {
        type: "radio",
        label: t("audit.fields.action"),
        options: AUDIT_ACTIONS.map((action) => ({
          value: action,
          label: actionText(action, t),
        })),
      }),
      filterHelper.accessor("resource_type", {
        type: "radio",
        label: t("audit.fields.resource"),
        options: AUDIT_RESOURCES.map((type) => ({
          value: type,
          label: resourceText(type, t),
        })),
      }),
      filterHelper.accessor("actor_id", {
        type: "radio",
        label: t("audit.fields.actor"),
        options: [...actors].map(([value, label]) => ({ value, label })),
      }),
    ]
  }, [entries, t])
}
