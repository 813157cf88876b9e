import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useParams } from "react-router-dom"

import type {
  AdminDeliveryExceptionInput,
  OverbookedSlot,
} from "../../../../../sdk/types"
import { DrawerTitle } from "../../../../components/form-drawer"
import {
  OverbookedNotice,
  soonestFirst,
} from "../../../../components/overbooked"
import { PageError } from "../../../../components/page-state"
import {
  useException,
  useUpdateException,
} from "../../../../hooks/api/exceptions"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { ExceptionForm } from "./exception-form"
import { toExceptionValues } from "./exception-schema"

export function EditException() {
  const { t } = useCornerstoreTranslation()
  const { exception_id: id = "" } = useParams()
  const { handleSuccess } = useRouteModal()
  const { exception, error, refetch } = useException(id)
  const { mutateAsync, isPending } = useUpdateException(id)
  const [overbooked, setOverbooked] = useState<OverbookedSlot[]>([])

  const save = async (input: AdminDeliveryExceptionInput) => {
    try {
      const answer = await mutateAsync(input)
      toast.success(t("deliveryDays.saved", { name: input.name }))
      if (answer.overbooked.length > 0) {
        setOverbooked(soonestFirst(answer.overbooked))
      } else {
        handleSuccess()
      }
    } catch (failure) {
      toast.error(messageOf(failure, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("deliveryDays.edit.title")}
        description={t("deliveryDays.edit.description")}
      />
      {overbooked.length > 0 ? (
        <OverbookedNotice slots={overbooked} onDone={() => handleSuccess()} />
      ) : exception ? (
        <ExceptionForm
          defaultValues={toExceptionValues(exception)}
          isPending={isPending}
          onSave={save}
        />
      ) : (
        error && <PageError bare error={error} onRetry={() => void refetch()} />
      )}
    </>
  )
}
