import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useParams } from "react-router-dom"

import { DrawerTitle } from "../../../../../components/form-drawer"
import {
  useDistrict,
  useUpdateDistrict,
  type DistrictRates,
} from "../../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../../lib/errors"
import { RatesForm } from "./rates-form"
import { toRatesValues } from "./rates-schema"

export function EditRates() {
  const { t } = useCornerstoreTranslation()
  const { id = "" } = useParams()
  const { handleSuccess } = useRouteModal()
  const { district } = useDistrict(id)
  const { mutateAsync, isPending } = useUpdateDistrict(id)

  const save = async (rates: DistrictRates) => {
    try {
      const { district: saved } = await mutateAsync(rates)
      toast.success(t("districts.saved", { name: saved.name }))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("rates.edit.title")}
        description={t("rates.edit.description")}
      />
      {district && (
        <RatesForm
          defaultValues={toRatesValues(district)}
          isPending={isPending}
          onSave={save}
        />
      )}
    </>
  )
}
