import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useParams, useSearchParams } from "react-router-dom"

import { DrawerTitle } from "../../../../../components/form-drawer"
import {
  useCreateWindow,
  useWindows,
  type WindowChange,
} from "../../../../../hooks/api/windows"
import { useLocale } from "../../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { formatWeekday } from "../../../../../lib/dates"
import { messageOf } from "../../../../../lib/errors"
import { WindowForm } from "./window-form"
import { copyOfWindow, emptyWindow } from "./window-schema"

/**
 * New windows of a district, one for each day that is chosen. The address says
 * on which day (`?weekday=6`) or after which window (`?copy=dwin_...`).
 */
export function CreateWindow() {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { id = "" } = useParams()
  const [params] = useSearchParams()
  const { handleSuccess } = useRouteModal()
  const { windows } = useWindows({ district_id: id })
  const { mutateAsync, isPending } = useCreateWindow()

  const copiedId = params.get("copy")
  const copied = windows?.find((window) => window.id === copiedId)

  const save = async (changes: WindowChange[]): Promise<WindowChange[]> => {
    for (const [done, change] of changes.entries()) {
      try {
        await mutateAsync({ ...change, district_id: id })
      } catch (error) {
        const day = formatWeekday(change.weekday, locale)
        toast.error(t("windows.failed", { day, count: done }), {
          description: messageOf(error, t("errors.unknown")),
        })
        return changes.slice(done)
      }
    }
    toast.success(t("windows.savedCount", { count: changes.length }))
    handleSuccess()
    return []
  }

  return (
    <>
      <DrawerTitle
        title={t(copied ? "windows.copy.title" : "windows.create.title")}
        description={t("windows.create.description")}
      />
      {/* A copy has to wait for what it copies. */}
      {(!copiedId || windows) && (
        <WindowForm
          defaultValues={
            copied ? copyOfWindow(copied) : emptyWindow(params.get("weekday"))
          }
          isPending={isPending}
          onSave={save}
        />
      )}
    </>
  )
}
