import { PencilSquare, Trash } from "@medusajs/icons"
import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link, useNavigate } from "react-router-dom"

import type { AdminDeliveryException } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { editPath } from "./edit-path"
import { KindBadge } from "./kind-badge"
import { useDeleteExceptionAction } from "./use-delete-exception-action"
import type { ExceptionWords } from "./use-exception-words"

const columnHelper = createDataTableColumnHelper<AdminDeliveryException>()

export function useExceptionsColumns(
  wordsOf: (exception: AdminDeliveryException) => ExceptionWords
) {
  const { t, host } = useCornerstoreTranslation()
  const navigate = useNavigate()
  const remove = useDeleteExceptionAction()

  return useMemo(
    () => [
      columnHelper.display({
        id: "days",
        header: t("deliveryDays.fields.days"),
        cell: ({ row }) => wordsOf(row.original).days,
      }),
      columnHelper.display({
        id: "name",
        header: t("deliveryDays.fields.name"),
        cell: ({ row }) => (
          <Link
            to={editPath(row.original.id)}
            className="text-ui-fg-base hover:text-ui-fg-interactive font-medium"
          >
            {row.original.name}
          </Link>
        ),
      }),
      columnHelper.display({
        id: "kind",
        header: t("deliveryDays.fields.kind"),
        cell: ({ row }) => <KindBadge kind={row.original.kind} />,
      }),
      columnHelper.display({
        id: "scope",
        header: t("deliveryDays.fields.scope"),
        cell: ({ row }) => <Short>{wordsOf(row.original).scope}</Short>,
      }),
      columnHelper.display({
        id: "changes",
        header: t("deliveryDays.fields.changes"),
        cell: ({ row }) => (
          <Short>{wordsOf(row.original).changes || "–"}</Short>
        ),
      }),
      columnHelper.action({
        actions: ({ row }) => [
          [
            {
              label: host("actions.edit"),
              icon: <PencilSquare />,
              onClick: () => navigate(editPath(row.original.id)),
            },
          ],
          [
            {
              label: host("actions.delete"),
              icon: <Trash />,
              onClick: () => void remove(row.original),
            },
          ],
        ],
      }),
    ],
    [host, navigate, remove, t, wordsOf]
  )
}

/** Cut to its column, so that the row's menu stays in sight. */
function Short({ children }: { children: string }) {
  return (
    <span className="block max-w-56 truncate" title={children}>
      {children}
    </span>
  )
}
