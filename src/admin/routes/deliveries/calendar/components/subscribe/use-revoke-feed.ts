import { toast, usePrompt } from "@medusajs/ui"

import type { AdminCalendarFeed } from "../../../../../../sdk/types"
import { useRevokeCalendarFeed } from "../../../../../hooks/api/calendar-feeds"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../../lib/errors"

/** Revokes a link; asks first, because it cannot be given back. */
export function useRevokeFeed() {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const { mutateAsync } = useRevokeCalendarFeed()
  return async ({ id, name }: Pick<AdminCalendarFeed, "id" | "name">) => {
    const confirmed = await prompt({
      title: t("calendar.subscribe.revoke.title", { name }),
      description: t("calendar.subscribe.revoke.description"),
      confirmText: t("calendar.subscribe.revoke.action"),
      cancelText: host("actions.cancel"),
    })
    if (!confirmed) {
      return
    }
    try {
      await mutateAsync(id)
      toast.success(t("calendar.subscribe.revoke.done", { name }))
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }
}
