import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"

import { DrawerTitle } from "../../../../components/form-drawer"
import { PageError } from "../../../../components/page-state"
import {
  useCreatePosConnection,
  usePosAdapters,
} from "../../../../hooks/api/pos"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { ConnectionForm } from "./connection-form"
import {
  ConnectionValues,
  emptyConnection,
  toConnectionInput,
} from "./connection-schema"

export function CreateConnection() {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { adapters, error, refetch } = usePosAdapters()
  const { mutateAsync, isPending } = useCreatePosConnection()
  const adapter = adapters?.[0]

  const save = async (values: ConnectionValues) => {
    if (!adapter) {
      return
    }
    try {
      const { connection } = await mutateAsync({
        adapter: adapter.id,
        ...toConnectionInput(values),
      })
      toast.success(t("pos.saved", { name: connection.name }))
      // On to its page: a connection that was never checked proves nothing.
      handleSuccess(`/settings/pos/${connection.id}`)
    } catch (failure) {
      toast.error(messageOf(failure, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={
          adapter
            ? t("pos.create.titleOf", { pos: adapter.label })
            : t("pos.create.title")
        }
        description={t("pos.create.description")}
      />
      {error && <PageError bare error={error} onRetry={() => void refetch()} />}
      {adapter && (
        <ConnectionForm
          adapter={adapter}
          lastFour={{}}
          defaultValues={emptyConnection(adapter)}
          isPending={isPending}
          onSave={save}
        />
      )}
    </>
  )
}
