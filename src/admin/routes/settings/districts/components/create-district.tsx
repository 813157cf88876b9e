import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"

import { DrawerTitle } from "../../../../components/form-drawer"
import {
  useCreateDistrict,
  type DistrictInput,
} from "../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { DistrictForm } from "./district-form"
import { EMPTY_DISTRICT } from "./district-schema"

export function CreateDistrict() {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreateDistrict()

  const save = async (input: DistrictInput) => {
    try {
      const { district } = await mutateAsync(input)
      toast.success(t("districts.saved", { name: district.name }))
      // On to its windows: a district without any delivers nothing.
      handleSuccess(`/settings/districts/${district.id}`)
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("districts.create.title")}
        description={t("districts.create.description")}
      />
      <DistrictForm
        defaultValues={EMPTY_DISTRICT}
        mapPath="/settings/districts/draw"
        isPending={isPending}
        onSave={save}
      />
    </>
  )
}
