import { toast, usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"

import type { AdminRouteDetail } from "../../../../../../sdk/types"
import {
  useChangeRoute,
  type RouteChange,
} from "../../../../../hooks/api/routes"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../../lib/errors"

type RouteActions = {
  /** Makes a change and says that it is done, or why not. */
  change: (change: RouteChange, done: string) => Promise<boolean>
  publish: () => Promise<boolean>
  renewLink: () => Promise<void>
  revokeLink: () => Promise<void>
  cancel: () => Promise<void>
  isPending: boolean
}

/** What can be done to a route; what cannot be taken back asks first. */
export function useRouteActions(
  route: Pick<AdminRouteDetail, "id" | "driver">
): RouteActions {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const { mutateAsync, isPending } = useChangeRoute(route.id)

  const change: RouteActions["change"] = async (wanted, done) => {
    try {
      await mutateAsync(wanted)
      toast.success(done)
      return true
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
      return false
    }
  }
  const ask = (kind: "cancel" | "renew" | "revoke") =>
    prompt({
      title: t(`routes.ask.${kind}.title`),
      description: t(`routes.ask.${kind}.description`, {
        driver: route.driver.name,
      }),
      confirmText: t(`routes.ask.${kind}.confirm`),
      cancelText: host("actions.cancel"),
    })

  return {
    change,
    isPending,
    publish: () =>
      change(
        { kind: "publish" },
        t("routes.published", { driver: route.driver.name })
      ),
    renewLink: async () => {
      if (await ask("renew")) {
        await change({ kind: "renew-link" }, t("routes.link.renewed"))
      }
    },
    revokeLink: async () => {
      if (await ask("revoke")) {
        await change({ kind: "revoke-link" }, t("routes.link.revoked"))
      }
    },
    cancel: async () => {
      if (
        (await ask("cancel")) &&
        (await change({ kind: "cancel" }, t("routes.canceled")))
      ) {
        void navigate("/deliveries/routes")
      }
    },
  }
}
