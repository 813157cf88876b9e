import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"

import type { PlanRoutesResponse } from "../../../../../sdk/types"
import { useChangeRoute } from "../../../../hooks/api/routes"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"

type PlanResultProps = {
  proposal: PlanRoutesResponse["proposal"]
  onBack: () => void
}

/** What a plan could not place, and why; each can be put at the end of the route. */
export function PlanResult({ proposal, onBack }: PlanResultProps) {
  const { t, host } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const [route] = proposal.routes
  const { mutateAsync, isPending } = useChangeRoute(route?.id ?? "")
  const [added, setAdded] = useState<string[]>([])

  const add = async (booking_id: string) => {
    try {
      await mutateAsync({ kind: "add-stop", booking_id })
      setAdded((before) => [...before, booking_id])
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <RouteDrawer.Body className="flex flex-1 flex-col gap-y-4 overflow-auto">
        <Text size="small">
          {route
            ? t("routes.plan.done", { count: route.stops_total })
            : t("routes.plan.nothing")}
        </Text>
        {proposal.unassigned.length > 0 && (
          <>
            <Text size="small" weight="plus">
              {t("routes.plan.unassigned", {
                count: proposal.unassigned.length,
              })}
            </Text>
            <ul className="divide-y">
              {proposal.unassigned.map(
                ({ booking_id, display_id, district, reason }) => (
                  <li
                    key={booking_id}
                    className="flex items-center justify-between gap-3 py-3"
                  >
                    <span className="txt-small min-w-0">
                      <span className="font-medium">
                        {display_id === null ? "–" : `#${display_id}`},{" "}
                        {district.name}
                      </span>
                      <span className="text-ui-fg-subtle block">
                        {t(`routes.plan.reasons.${reason}`)}
                      </span>
                    </span>
                    {route && reason === "no_position" && (
                      <Button
                        size="small"
                        variant="secondary"
                        disabled={isPending || added.includes(booking_id)}
                        onClick={() => void add(booking_id)}
                      >
                        {added.includes(booking_id)
                          ? t("routes.plan.added")
                          : t("routes.plan.add")}
                      </Button>
                    )}
                  </li>
                )
              )}
            </ul>
          </>
        )}
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <div className="flex items-center justify-end gap-x-2">
          <Button size="small" variant="secondary" onClick={onBack}>
            {host("actions.back")}
          </Button>
          {route && (
            <Button
              size="small"
              onClick={() => handleSuccess(`/deliveries/routes/${route.id}`)}
            >
              {t("routes.plan.open")}
            </Button>
          )}
        </div>
      </RouteDrawer.Footer>
    </>
  )
}
