import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import { chooseDriverStep } from "./steps/choose-driver"
import { orderPlannedStopsStep } from "./steps/order-stops"
import { readPlanFactsStep } from "./steps/read-plan-facts"
import { saveDraftStep } from "./steps/save-draft"

export type PlanRoutesInput = {
  /** The shop's day. */
  date: string
  district_ids?: string[]
  /** At most one. */
  driver_ids?: string[]
  actor: Actor
}

export const planRoutesWorkflowId = "plan-delivery-routes"

/**
 * Proposes the route of a day: its bookings, but for those on a published
 * route, in the order of their slots and of the shortest way. What an earlier
 * draft of the day had moves into the new one.
 *
 * A published route never changes by planning, and a booking is on one living
 * route at most, whoever plans at the same time.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED when nobody can drive
 */
export const planRoutesWorkflow = createWorkflow(
  planRoutesWorkflowId,
  (input: PlanRoutesInput) => {
    const driver = chooseDriverStep(
      transform({ input }, ({ input: { driver_ids } }) => ({ driver_ids }))
    )
    const facts = readPlanFactsStep(
      transform({ input }, ({ input: { date, district_ids } }) => ({
        date,
        district_ids,
      }))
    )
    const ordered = orderPlannedStopsStep(
      transform({ facts }, (data) => ({
        stops: data.facts.stops,
        depot: data.facts.depot,
      }))
    )
    const routeId = saveDraftStep(
      transform({ input, driver, facts, ordered }, (data) => ({
        date: data.input.date,
        driver_id: data.driver.id,
        depot: data.facts.depot,
        stops: data.ordered,
      }))
    )
    when("audit-plan", { routeId }, (data) => !!data.routeId).then(() => {
      recordAuditStep(
        transform({ input, routeId, ordered, driver }, (data) => ({
          actor: data.input.actor,
          action: "delivery_route.planned",
          resource: { type: "delivery_route", id: data.routeId ?? "" },
          details: {
            date: data.input.date,
            driver_id: data.driver.id,
            stops: data.ordered.length,
          },
        }))
      )
    })
    return new WorkflowResponse(
      transform({ routeId, facts }, (data) => ({
        route_id: data.routeId,
        unassigned: data.facts.unassigned,
      }))
    )
  }
)
