import { toast, usePrompt } from "@medusajs/ui"
import { useCallback } from "react"

import type { District } from "../../../../../sdk/types"
import { useDeleteDistrict } from "../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"

/**
 * Deletes a district once its name has been typed.
 *
 * @returns whether it is gone
 */
export function useDeleteDistrictAction(): (
  district: Pick<District, "id" | "name">
) => Promise<boolean> {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const { mutateAsync } = useDeleteDistrict()

  return useCallback(
    async ({ id, name }) => {
      const confirmed = await prompt({
        title: t("districts.delete.title", { name }),
        description: t("districts.delete.description"),
        verificationText: name,
        verificationInstruction: host("general.typeToConfirm"),
        confirmText: host("actions.delete"),
        cancelText: host("actions.cancel"),
      })
      if (!confirmed) {
        return false
      }
      try {
        await mutateAsync(id)
        toast.success(t("districts.delete.success", { name }))
        return true
      } catch (error) {
        toast.error(messageOf(error, t("errors.unknown")))
        return false
      }
    },
    [host, mutateAsync, prompt, t]
  )
}
