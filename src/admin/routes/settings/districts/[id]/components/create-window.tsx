import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useLocation, useParams } from "react-router-dom"

import { DrawerTitle } from "../../../../../components/form-drawer"
import {
  useCreateWindow,
  type WindowChange,
} from "../../../../../hooks/api/windows"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../../lib/errors"
import { WindowForm } from "./window-form"
import { emptyWindow } from "./window-schema"

export function CreateWindow() {
  const { t } = useCornerstoreTranslation()
  const { id = "" } = useParams()
  const { state } = useLocation()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreateWindow()

  const save = async (change: WindowChange) => {
    try {
      await mutateAsync({ ...change, district_id: id })
      toast.success(t("windows.saved"))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("windows.create.title")}
        description={t("windows.create.description")}
      />
      <WindowForm
        defaultValues={emptyWindow(state)}
        isPending={isPending}
        onSave={save}
      />
    </>
  )
}
