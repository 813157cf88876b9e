import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"

import type { CreateDriver as DriverInput } from "../../../../../sdk/types"
import { DrawerTitle } from "../../../../components/form-drawer"
import { useCreateDriver } from "../../../../hooks/api/drivers"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { DriverForm } from "./driver-form"
import { EMPTY_DRIVER } from "./driver-schema"

export function CreateDriver() {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreateDriver()

  const save = async (input: DriverInput) => {
    try {
      await mutateAsync(input)
      toast.success(t("drivers.saved", { name: input.name }))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("drivers.create.title")}
        description={t("drivers.create.description")}
      />
      <DriverForm
        defaultValues={EMPTY_DRIVER}
        isPending={isPending}
        onSave={save}
      />
    </>
  )
}
