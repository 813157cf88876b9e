import {
  ArrowPath,
  CheckCircle,
  Pause,
  PencilSquare,
  PlaySolid,
  Trash,
} from "@medusajs/icons"
import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useNavigate } from "react-router-dom"

import type { AdminPosConnection } from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import { PosHealthBadge } from "../../../../components/pos-health-badge"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { useConnectionActions } from "./use-connection-actions"

const columnHelper = createDataTableColumnHelper<AdminPosConnection>()

/** `••••x7Qp`: enough to recognise the key by. */
export function keyHint({
  credentials_last_four,
}: Pick<AdminPosConnection, "credentials_last_four">): string {
  const [lastFour = ""] = Object.values(credentials_last_four)
  return `••••${lastFour}`
}

export function useConnectionsColumns() {
  const { t, host } = useCornerstoreTranslation()
  const navigate = useNavigate()
  const { check, sync, setPaused, remove } = useConnectionActions()

  return useMemo(
    () => [
      columnHelper.display({
        id: "name",
        header: t("pos.fields.name"),
        cell: ({ row }) => (
          <span className="text-ui-fg-base font-medium">
            {row.original.name}
          </span>
        ),
      }),
      columnHelper.display({
        id: "key",
        header: t("pos.fields.key"),
        cell: ({ row }) => (
          <span className="font-mono">{keyHint(row.original)}</span>
        ),
      }),
      columnHelper.display({
        id: "catalogue",
        header: t("pos.fields.catalogue"),
        cell: ({ row }) =>
          t("pos.products", {
            count: row.original.catalogue.products,
            mapped: row.original.catalogue.mapped,
          }),
      }),
      columnHelper.display({
        id: "last_ok_at",
        header: t("pos.fields.lastOk"),
        cell: ({ row }) =>
          row.original.last_ok_at ? (
            <RelativeInstant instant={row.original.last_ok_at} />
          ) : (
            "–"
          ),
      }),
      columnHelper.display({
        id: "health",
        header: t("pos.fields.state"),
        cell: ({ row }) => (
          <PosHealthBadge
            health={row.original.health}
            paused={row.original.is_paused}
          />
        ),
      }),
      columnHelper.action({
        actions: ({ row: { original } }) => [
          [
            {
              label: t("pos.check.action"),
              icon: <CheckCircle />,
              onClick: () => void check(original),
            },
            {
              label: t("pos.sync.action"),
              icon: <ArrowPath />,
              onClick: () => void sync(original),
            },
          ],
          [
            {
              label: host("actions.edit"),
              icon: <PencilSquare />,
              onClick: () => navigate(`/settings/pos/${original.id}/edit`),
            },
            {
              label: t(original.is_paused ? "pos.resume" : "pos.pause.action"),
              icon: original.is_paused ? <PlaySolid /> : <Pause />,
              onClick: () => void setPaused(original, !original.is_paused),
            },
          ],
          [
            {
              label: host("actions.delete"),
              icon: <Trash />,
              onClick: () => void remove(original),
            },
          ],
        ],
      }),
    ],
    [check, host, navigate, remove, setPaused, sync, t]
  )
}
