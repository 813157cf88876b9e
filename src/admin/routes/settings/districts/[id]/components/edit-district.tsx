import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useParams } from "react-router-dom"

import { DrawerTitle } from "../../../../../components/form-drawer"
import {
  useDistrict,
  useUpdateDistrict,
  type DistrictInput,
} from "../../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../../lib/errors"
import { DistrictForm } from "../../components/district-form"
import { toDistrictValues } from "../../components/district-schema"

export function EditDistrict() {
  const { t } = useCornerstoreTranslation()
  const { id = "" } = useParams()
  const { handleSuccess } = useRouteModal()
  const { district } = useDistrict(id)
  const { mutateAsync, isPending } = useUpdateDistrict(id)

  const save = async (input: DistrictInput) => {
    try {
      await mutateAsync(input)
      toast.success(t("districts.saved", { name: input.name }))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("districts.edit.title")}
        description={t("districts.edit.description")}
      />
      {district && (
        <DistrictForm
          defaultValues={toDistrictValues(district)}
          mapPath={`/settings/districts/${id}/map`}
          isPending={isPending}
          onSave={save}
        />
      )}
    </>
  )
}
