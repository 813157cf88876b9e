import { XCircle } from "@medusajs/icons"
import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"

import type { AdminReaderKey } from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import { usePublishableKeys } from "../../../../hooks/api/publishable-keys"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatInstant } from "../../../../lib/dates"
import { KeyStateBadge } from "./key-state-badge"
import { scopesText, sourcesText } from "./key-texts"
import { useRevokeAction } from "./use-revoke-action"

const columnHelper = createDataTableColumnHelper<AdminReaderKey>()

export function useKeysColumns() {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { keys } = usePublishableKeys()
  const revoke = useRevokeAction()

  return useMemo(() => {
    const titles = new Map(keys?.map(({ id, title }) => [id, title]))
    return [
      columnHelper.display({
        id: "name",
        header: t("activityKeys.fields.name"),
        cell: ({ row: { original } }) => (
          <span className="flex flex-col">
            <span className="text-ui-fg-base font-medium">{original.name}</span>
            <span className="text-ui-fg-muted font-mono">
              {original.redacted}
            </span>
          </span>
        ),
      }),
      columnHelper.display({
        id: "scopes",
        header: t("activityKeys.fields.scopes"),
        cell: ({ row: { original } }) => (
          <span className="flex flex-col">
            <span>{scopesText(original, t)}</span>
            <span className="text-ui-fg-muted">
              {sourcesText(original, titles, t)}
            </span>
          </span>
        ),
      }),
      columnHelper.display({
        id: "state",
        header: t("activityKeys.fields.state"),
        cell: ({ row: { original } }) => (
          <span className="flex items-center gap-2 whitespace-nowrap">
            <KeyStateBadge state={original.state} />
            {original.state === "active" && original.expires_at && (
              <span className="text-ui-fg-muted">
                {t("activityKeys.until", {
                  time: formatInstant(original.expires_at, locale),
                })}
              </span>
            )}
          </span>
        ),
      }),
      columnHelper.display({
        id: "last_used_at",
        header: t("activityKeys.fields.lastUsed"),
        cell: ({ row: { original } }) =>
          original.last_used_at ? (
            <RelativeInstant instant={original.last_used_at} />
          ) : (
            t("activityKeys.neverUsed")
          ),
      }),
      columnHelper.action({
        actions: ({ row: { original } }) =>
          original.state === "revoked"
            ? []
            : [
                {
                  label: t("activityKeys.revoke.action"),
                  icon: <XCircle />,
                  onClick: () => void revoke(original),
                },
              ],
      }),
    ]
  }, [keys, locale, revoke, t])
}
