import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"

import { DrawerTitle } from "../../../../components/form-drawer"
import { useCreateReaderKey } from "../../../../hooks/api/reader-keys"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { KeyForm } from "./key-form"
import { KeyValues, toKeyInput } from "./key-schema"
import { NewSecret } from "./new-secret"

/** Makes a key, and then shows its secret for the only time. */
export function CreateKey() {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, data, isPending } = useCreateReaderKey()

  const save = async (values: KeyValues) => {
    try {
      await mutateAsync(toKeyInput(values, new Date()))
    } catch (failure) {
      toast.error(messageOf(failure, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={
          data
            ? t("activityKeys.created.title", { name: data.reader_key.name })
            : t("activityKeys.create.title")
        }
        description={t("activityKeys.create.description")}
      />
      {data ? (
        <NewSecret
          secret={data.secret}
          scopes={data.reader_key.scopes}
          onDone={() => handleSuccess()}
        />
      ) : (
        <KeyForm isPending={isPending} onSave={save} />
      )}
    </>
  )
}
