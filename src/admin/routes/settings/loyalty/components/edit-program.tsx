import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"

import { DrawerTitle } from "../../../../components/form-drawer"
import {
  useLoyaltyProgram,
  useUpdateLoyaltyProgram,
  type LoyaltyProgramChanges,
} from "../../../../hooks/api/loyalty"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { ProgramForm } from "./program-form"
import { toProgramValues } from "./program-schema"

export function EditProgram() {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { program } = useLoyaltyProgram()
  const { mutateAsync, isPending } = useUpdateLoyaltyProgram()

  const save = async (changes: LoyaltyProgramChanges) => {
    try {
      await mutateAsync(changes)
      toast.success(t("loyaltyProgram.saved"))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("loyaltyProgram.edit.title")}
        description={t("loyaltyProgram.edit.description")}
      />
      {program && (
        <ProgramForm
          defaultValues={toProgramValues(program)}
          isPending={isPending}
          onSave={save}
        />
      )}
    </>
  )
}
