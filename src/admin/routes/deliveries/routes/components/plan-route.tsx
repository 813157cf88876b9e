import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useState } from "react"

import type { PlanRoutesResponse } from "../../../../../sdk/types"
import { DrawerTitle } from "../../../../components/form-drawer"
import { usePlanRoutes } from "../../../../hooks/api/routes"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { PlanForm, type PlanValues } from "./plan-form"
import { PlanResult } from "./plan-result"

/** Asks which day to plan; shows what could not be placed, else the route. */
export function PlanRoute() {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = usePlanRoutes()
  const [proposal, setProposal] = useState<PlanRoutesResponse["proposal"]>()

  const plan = async ({ date, driver_id, district_ids }: PlanValues) => {
    try {
      const answer = await mutateAsync({
        date,
        ...(district_ids.length > 0 ? { district_ids } : {}),
        ...(driver_id ? { driver_ids: [driver_id] } : {}),
      })
      const [route] = answer.proposal.routes
      if (route && answer.proposal.unassigned.length === 0) {
        toast.success(t("routes.plan.done", { count: route.stops_total }))
        handleSuccess(`/deliveries/routes/${route.id}`)
      } else {
        setProposal(answer.proposal)
      }
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("routes.plan.title")}
        description={t("routes.plan.description")}
      />
      {proposal ? (
        <PlanResult proposal={proposal} onBack={() => setProposal(undefined)} />
      ) : (
        <PlanForm isPending={isPending} onPlan={plan} />
      )}
    </>
  )
}
