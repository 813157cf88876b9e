import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"

import type { ActivitySettingsChanges } from "../../../../../sdk/types"
import { useUpdateActivitySettings } from "../../../../hooks/api/activity-settings"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"

/** Saves what a drawer changed, says so and closes it. */
export function useSaveSettings() {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useUpdateActivitySettings()
  const save = async (changes: ActivitySettingsChanges) => {
    try {
      await mutateAsync(changes)
      toast.success(t("activitySettings.saved"))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }
  return { save, isPending }
}
