import { PencilSquare, Trash } from "@medusajs/icons"
import { createDataTableColumnHelper, toast, usePrompt } from "@medusajs/ui"
import { useMemo } from "react"
import { useNavigate } from "react-router-dom"

import type { AdminDriver } from "../../../../../sdk/types"
import { ActiveBadge } from "../../../../components/active-badge"
import { useDeleteDriver } from "../../../../hooks/api/drivers"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"

const columnHelper = createDataTableColumnHelper<AdminDriver>()

export function useDriversColumns() {
  const { t, host } = useCornerstoreTranslation()
  const navigate = useNavigate()
  const prompt = usePrompt()
  const { mutateAsync } = useDeleteDriver()

  return useMemo(() => {
    const remove = async ({ id, name }: AdminDriver) => {
      const confirmed = await prompt({
        title: t("drivers.delete.title", { name }),
        description: t("drivers.delete.description"),
        verificationText: name,
        verificationInstruction: host("general.typeToConfirm"),
        confirmText: host("actions.delete"),
        cancelText: host("actions.cancel"),
      })
      if (!confirmed) {
        return
      }
      try {
        await mutateAsync(id)
        toast.success(t("drivers.delete.success", { name }))
      } catch (error) {
        toast.error(messageOf(error, t("errors.unknown")))
      }
    }
    return [
      columnHelper.display({
        id: "name",
        header: t("drivers.fields.name"),
        cell: ({ row }) => (
          <span className="text-ui-fg-base font-medium">
            {row.original.name}
          </span>
        ),
      }),
      columnHelper.display({
        id: "phone",
        header: t("drivers.fields.phone"),
        cell: ({ row }) => row.original.phone ?? "–",
      }),
      columnHelper.display({
        id: "is_active",
        header: t("drivers.fields.state"),
        cell: ({ row }) => <ActiveBadge active={row.original.is_active} />,
      }),
      columnHelper.action({
        actions: ({ row }) => [
          [
            {
              label: host("actions.edit"),
              icon: <PencilSquare />,
              onClick: () =>
                navigate(`/deliveries/drivers/edit/${row.original.id}`),
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
  }, [host, mutateAsync, navigate, prompt, t])
}
