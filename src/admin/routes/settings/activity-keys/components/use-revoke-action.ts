import { toast, usePrompt } from "@medusajs/ui"
import { useCallback } from "react"

import type { AdminReaderKey } from "../../../../../sdk/types"
import { useRevokeReaderKey } from "../../../../hooks/api/reader-keys"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"

/** Revokes a key; asks by its name, because another system stops reading. */
export function useRevokeAction() {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const { mutateAsync } = useRevokeReaderKey()

  return useCallback(
    async ({ id, name }: Pick<AdminReaderKey, "id" | "name">) => {
      const confirmed = await prompt({
        title: t("activityKeys.revoke.title", { name }),
        description: t("activityKeys.revoke.description"),
        verificationText: name,
        verificationInstruction: host("general.typeToConfirm"),
        confirmText: t("activityKeys.revoke.action"),
        cancelText: host("actions.cancel"),
      })
      if (!confirmed) {
        return
      }
      try {
        await mutateAsync(id)
        toast.success(t("activityKeys.revoke.done", { name }))
      } catch (error) {
        toast.error(messageOf(error, t("errors.unknown")))
      }
    },
    [host, mutateAsync, prompt, t]
  )
}
