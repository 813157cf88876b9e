import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"

import type { CashPolicy } from "../../../../../sdk/types"
import { DrawerTitle } from "../../../../components/form-drawer"
import {
  useCashPolicy,
  useSetCashPolicy,
} from "../../../../hooks/api/cash-policy"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { CashForm } from "./cash-form"
import { toCashValues } from "./cash-schema"

export function EditCash() {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { policy } = useCashPolicy()
  const { mutateAsync, isPending } = useSetCashPolicy()

  const save = async (changed: CashPolicy) => {
    try {
      await mutateAsync(changed)
      toast.success(t("cashPolicy.saved"))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("cashPolicy.edit.title")}
        description={t("cashPolicy.edit.description")}
      />
      {policy && (
        <CashForm
          defaultValues={toCashValues(policy)}
          isPending={isPending}
          onSave={save}
        />
      )}
    </>
  )
}
