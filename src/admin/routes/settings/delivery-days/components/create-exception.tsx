import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useSearchParams } from "react-router-dom"

import type {
  AdminDeliveryExceptionInput,
  OverbookedSlot,
} from "../../../../../sdk/types"
import { DrawerTitle } from "../../../../components/form-drawer"
import {
  OverbookedNotice,
  soonestFirst,
} from "../../../../components/overbooked"
import { useCreateException } from "../../../../hooks/api/exceptions"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { ExceptionForm } from "./exception-form"
import { emptyException } from "./exception-schema"

/** A new exception; the address may say for which district (`?district=ddis_...`). */
export function CreateException() {
  const { t } = useCornerstoreTranslation()
  const [params] = useSearchParams()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreateException()
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
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("deliveryDays.create.title")}
        description={t("deliveryDays.create.description")}
      />
      {overbooked.length > 0 ? (
        <OverbookedNotice slots={overbooked} onDone={() => handleSuccess()} />
      ) : (
        <ExceptionForm
          defaultValues={emptyException(params.get("district"))}
          isPending={isPending}
          onSave={save}
        />
      )}
    </>
  )
}
