import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useParams } from "react-router-dom"

import { DrawerTitle } from "../../../../../components/form-drawer"
import {
  usePosAdapters,
  usePosConnection,
  useUpdatePosConnection,
} from "../../../../../hooks/api/pos"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../../lib/errors"
import { ConnectionForm } from "../../components/connection-form"
import {
  ConnectionValues,
  toConnectionInput,
  toConnectionValues,
} from "../../components/connection-schema"

export function EditConnection() {
  const { t } = useCornerstoreTranslation()
  const { id = "" } = useParams()
  const { handleSuccess } = useRouteModal()
  const { connection } = usePosConnection(id)
  const { adapters } = usePosAdapters()
  const { mutateAsync, isPending } = useUpdatePosConnection()
  const adapter = adapters?.find((each) => each.id === connection?.adapter)

  const save = async (values: ConnectionValues) => {
    try {
      await mutateAsync({ id, ...toConnectionInput(values) })
      toast.success(t("pos.saved", { name: values.name }))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("pos.edit.title")}
        description={t("pos.edit.description")}
      />
      {connection && adapter && (
        <ConnectionForm
          adapter={adapter}
          lastFour={connection.credentials_last_four}
          defaultValues={toConnectionValues(connection, adapter)}
          isPending={isPending}
          onSave={save}
        />
      )}
    </>
  )
}
