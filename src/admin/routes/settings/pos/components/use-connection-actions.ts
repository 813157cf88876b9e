import { toast, usePrompt } from "@medusajs/ui"
import { useCallback } from "react"

import type { AdminPosConnection } from "../../../../../sdk/types"
import {
  useCheckPosConnection,
  useDeletePosConnection,
  useSyncPosConnection,
  useUpdatePosConnection,
} from "../../../../hooks/api/pos"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"

type Named = Pick<AdminPosConnection, "id" | "name">

/** What can be done to a connection, each with its answer as a toast. */
export function useConnectionActions() {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const { mutateAsync: checkAsync, isPending: isChecking } =
    useCheckPosConnection()
  const { mutateAsync: syncAsync, isPending: isSyncing } =
    useSyncPosConnection()
  const { mutateAsync: updateAsync, isPending: isPausing } =
    useUpdatePosConnection()
  const { mutateAsync: removeAsync } = useDeletePosConnection()

  const tell = useCallback(
    (error: unknown) => toast.error(messageOf(error, t("errors.unknown"))),
    [t]
  )

  const check = useCallback(
    async ({ id, name }: Named) => {
      try {
        const { ok, identity, message } = await checkAsync(id)
        if (ok) {
          toast.success(t("pos.check.works", { name }), {
            description: identity?.location_name,
          })
        } else {
          toast.error(t("pos.check.fails", { name }), {
            description: message ?? undefined,
          })
        }
      } catch (error) {
        tell(error)
      }
    },
    [checkAsync, t, tell]
  )

  const sync = useCallback(
    async ({ id, name }: Named) => {
      try {
        const { result } = await syncAsync(id)
        const counts = {
          count: result.products,
          mapped: result.mapped,
        }
        if (result.kept) {
          toast.warning(t("pos.sync.kept", { name }))
        } else {
          toast.success(t("pos.sync.done", counts))
        }
      } catch (error) {
        tell(error)
      }
    },
    [syncAsync, t, tell]
  )

  const setPaused = useCallback(
    async ({ id, name }: Named, is_paused: boolean) => {
      const confirmed =
        !is_paused ||
        (await prompt({
          variant: "confirmation",
          title: t("pos.pause.title", { name }),
          description: t("pos.pause.description"),
          confirmText: t("pos.pause.action"),
          cancelText: host("actions.cancel"),
        }))
      if (!confirmed) {
        return
      }
      try {
        await updateAsync({ id, is_paused })
        toast.success(t(is_paused ? "pos.pause.done" : "pos.resumed", { name }))
      } catch (error) {
        tell(error)
      }
    },
    [host, prompt, t, tell, updateAsync]
  )

  /** Asks by name; answers whether it is gone. */
  const remove = useCallback(
    async ({ id, name }: Named): Promise<boolean> => {
      const confirmed = await prompt({
        title: t("pos.delete.title", { name }),
        description: t("pos.delete.description"),
        verificationText: name,
        verificationInstruction: host("general.typeToConfirm"),
        confirmText: host("actions.delete"),
        cancelText: host("actions.cancel"),
      })
      if (!confirmed) {
        return false
      }
      try {
        await removeAsync(id)
        toast.success(t("pos.delete.done", { name }))
        return true
      } catch (error) {
        tell(error)
        return false
      }
    },
    [host, prompt, removeAsync, t, tell]
  )

  return { check, sync, setPaused, remove, isChecking, isSyncing, isPausing }
}
