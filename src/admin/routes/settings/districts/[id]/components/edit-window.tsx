import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useParams } from "react-router-dom"

import { DrawerTitle } from "../../../../../components/form-drawer"
import { PageError } from "../../../../../components/page-state"
import {
  useUpdateWindow,
  useWindows,
  type WindowChange,
} from "../../../../../hooks/api/windows"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../../lib/errors"
import { WindowForm } from "./window-form"
import { toWindowValues } from "./window-schema"

export function EditWindow() {
  const { t } = useCornerstoreTranslation()
  const { id = "", window_id: windowId = "" } = useParams()
  const { handleSuccess } = useRouteModal()
  const { windows, error, refetch } = useWindows({ district_id: id })
  const { mutateAsync, isPending } = useUpdateWindow(windowId)
  const window = windows?.find((candidate) => candidate.id === windowId)

  const save = async (change: WindowChange) => {
    try {
      await mutateAsync(change)
      toast.success(t("windows.saved"))
      handleSuccess()
    } catch (failure) {
      toast.error(messageOf(failure, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("windows.edit.title")}
        description={t("windows.edit.description")}
      />
      {window ? (
        <WindowForm
          defaultValues={toWindowValues(window)}
          isPending={isPending}
          onSave={save}
        />
      ) : (
        (error || windows) && (
          <PageError
            bare
            error={error ?? new Error(t("windows.gone"))}
            onRetry={() => void refetch()}
          />
        )
      )}
    </>
  )
}
