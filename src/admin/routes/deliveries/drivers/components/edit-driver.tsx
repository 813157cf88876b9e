import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useParams } from "react-router-dom"

import type { CreateDriver as DriverInput } from "../../../../../sdk/types"
import { DrawerTitle } from "../../../../components/form-drawer"
import { PageError } from "../../../../components/page-state"
import { useDriver, useUpdateDriver } from "../../../../hooks/api/drivers"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { DriverForm } from "./driver-form"
import { toDriverValues } from "./driver-schema"

export function EditDriver() {
  const { t } = useCornerstoreTranslation()
  const { driver_id: id = "" } = useParams()
  const { handleSuccess } = useRouteModal()
  const { driver, error, refetch } = useDriver(id)
  const { mutateAsync, isPending } = useUpdateDriver(id)

  const save = async (input: DriverInput) => {
    try {
      await mutateAsync(input)
      toast.success(t("drivers.saved", { name: input.name }))
      handleSuccess()
    } catch (failure) {
      toast.error(messageOf(failure, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("drivers.edit.title")}
        description={t("drivers.edit.description")}
      />
      {driver ? (
        <DriverForm
          defaultValues={toDriverValues(driver)}
          isPending={isPending}
          onSave={save}
        />
      ) : (
        error && <PageError bare error={error} onRetry={() => void refetch()} />
      )}
    </>
  )
}
