import { PencilSquare, Trash } from "@medusajs/icons"
import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useNavigate } from "react-router-dom"

import type { AdminDistrict } from "../../../../../sdk/types"
import { ActiveBadge } from "../../../../components/active-badge"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { useDeleteDistrictAction } from "./use-delete-district-action"

const columnHelper = createDataTableColumnHelper<AdminDistrict>()
const SHOWN = 3

export function useDistrictsColumns() {
  const { t, host } = useCornerstoreTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const remove = useDeleteDistrictAction()

  return useMemo(() => {
    const some = (items: string[]) =>
      items.length === 0
        ? "–"
        : [
            items.slice(0, SHOWN).join(", "),
            ...(items.length > SHOWN
              ? [host("general.plusCountMore", { count: items.length - SHOWN })]
              : []),
          ].join(" ")

    return [
      columnHelper.display({
        id: "name",
        header: t("districts.fields.name"),
        cell: ({ row }) => (
          <span className="text-ui-fg-base font-medium">
            {row.original.name}
          </span>
        ),
      }),
      columnHelper.display({
        id: "priority",
        header: t("districts.fields.priority"),
        cell: ({ row }) => row.original.priority,
      }),
      columnHelper.display({
        id: "postal_codes",
        header: t("districts.fields.postalCodes"),
        cell: ({ row }) => some(row.original.postal_codes),
      }),
      columnHelper.display({
        id: "aliases",
        header: t("districts.fields.aliases"),
        cell: ({ row }) => some(row.original.aliases),
      }),
      columnHelper.display({
        id: "boundary",
        header: t("districts.fields.boundary"),
        cell: ({ row }) =>
          t(row.original.boundary ? "districts.drawn" : "districts.notDrawn"),
      }),
      columnHelper.display({
        id: "windows",
        header: t("districts.fields.windows"),
        cell: ({ row }) =>
          new Intl.NumberFormat(locale).format(row.original.windows_count),
      }),
      columnHelper.display({
        id: "is_active",
        header: t("districts.fields.state"),
        cell: ({ row }) => <ActiveBadge active={row.original.is_active} />,
      }),
      columnHelper.action({
        actions: ({ row }) => [
          [
            {
              label: host("actions.edit"),
              icon: <PencilSquare />,
              onClick: () =>
                navigate(`/settings/districts/${row.original.id}/edit`),
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
    ]
  }, [host, locale, navigate, remove, t])
}
