import { toast, usePrompt } from "@medusajs/ui"
import { useCallback } from "react"

import type { AdminDeliveryException } from "../../../../../sdk/types"
import { useWarnOverbooked } from "../../../../components/overbooked"
import { useDeleteException } from "../../../../hooks/api/exceptions"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"

/** Deletes an exception after asking, and says which slots are too full without it. */
export function useDeleteExceptionAction(): (
  exception: Pick<AdminDeliveryException, "id" | "name" | "kind">
) => Promise<void> {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const warn = useWarnOverbooked()
  const { mutateAsync } = useDeleteException()

  return useCallback(
    async ({ id, name, kind }) => {
      const confirmed = await prompt({
        title: t("deliveryDays.delete.title", { name }),
        description: t(`deliveryDays.delete.${kind}`),
        confirmText: host("actions.delete"),
        cancelText: host("actions.cancel"),
      })
      if (!confirmed) {
        return
      }
      try {
        const { overbooked } = await mutateAsync(id)
        toast.success(t("deliveryDays.delete.success", { name }))
        warn(overbooked)
      } catch (error) {
        toast.error(messageOf(error, t("errors.unknown")))
      }
    },
    [host, mutateAsync, prompt, t, warn]
  )
}
