import { createDataTableColumnHelper, Tooltip } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"

import type { AuditEntry } from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatInstant } from "../../../../lib/dates"
import {
  actionText,
  actorText,
  resourceHref,
  resourceName,
  resourceText,
} from "./audit-texts"

const columnHelper = createDataTableColumnHelper<AuditEntry>()

export function useAuditColumns() {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()

  return useMemo(
    () => [
      columnHelper.display({
        id: "created_at",
        header: t("audit.fields.time"),
        cell: ({ row }) => (
          <span className="flex flex-col">
            <span className="text-ui-fg-base">
              <RelativeInstant instant={row.original.created_at} />
            </span>
            <span className="text-ui-fg-muted">
              {formatInstant(row.original.created_at, locale)}
            </span>
          </span>
        ),
      }),
      columnHelper.display({
        id: "actor_name",
        header: t("audit.fields.actor"),
        cell: ({ row }) => (
          <Tooltip content={row.original.actor_id}>
            <span>{actorText(row.original, t)}</span>
          </Tooltip>
        ),
      }),
      columnHelper.display({
        id: "what",
        header: t("audit.fields.action"),
        cell: ({ row }) => actionText(row.original.action, t),
      }),
      columnHelper.display({
        id: "resource",
        header: t("audit.fields.resource"),
        cell: ({ row }) => <ResourceCell entry={row.original} />,
      }),
    ],
    [locale, t]
  )
}

/** What was acted on, with the way there. */
export function ResourceCell({ entry }: { entry: AuditEntry }) {
  const { t } = useCornerstoreTranslation()
  const href = resourceHref(entry)
  return (
    <span className="flex flex-col">
      <span>{resourceText(entry.resource_type, t)}</span>
      {href ? (
        <Link
          to={href}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover truncate"
        >
          {resourceName(entry)}
        </Link>
      ) : (
        <span className="text-ui-fg-muted truncate">{resourceName(entry)}</span>
      )}
    </span>
  )
}
