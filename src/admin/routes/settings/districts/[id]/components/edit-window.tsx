import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useParams } from "react-router-dom"

import type { OverbookedSlot } from "../../../../../../sdk/types"
import { DrawerTitle } from "../../../../../components/form-drawer"
import {
  OverbookedNotice,
  soonestFirst,
} from "../../../../../components/overbooked"
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
  const [overbooked, setOverbooked] = useState<OverbookedSlot[]>([])
  const window = windows?.find((candidate) => candidate.id === windowId)

  const save = async (changes: WindowChange[]): Promise<WindowChange[]> => {
    const [change] = changes
    if (!change) {
      return []
    }
    try {
      const answer = await mutateAsync(change)
      toast.success(t("windows.saved"))
      if (answer.overbooked.length > 0) {
        setOverbooked(soonestFirst(answer.overbooked))
      } else {
        handleSuccess()
      }
      return []
    } catch (failure) {
      toast.error(messageOf(failure, t("errors.unknown")))
      return changes
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("windows.edit.title")}
        description={t("windows.edit.description")}
      />
      {overbooked.length > 0 ? (
        <OverbookedNotice slots={overbooked} onDone={() => handleSuccess()} />
      ) : window ? (
        <WindowForm
          defaultValues={toWindowValues(window)}
          isPending={isPending}
          single
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
