import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { AuditInput, recordAuditStep } from "../audit/steps/record-audit"
import { publishRouteStep } from "./steps/publish-route"
import {
  addRouteStopStep,
  assignRouteStep,
  cancelRouteStep,
  orderRouteStopsStep,
  publishRouteToDriverStep,
  removeRouteStopStep,
  setRouteLinkStep,
} from "./steps/routes"

type OfRoute = { route_id: string; actor: Actor }

const auditOf = (
  { route_id, actor }: OfRoute,
  action: string,
  details: Record<string, unknown> = {}
): AuditInput => ({
  actor,
  action: `delivery_route.${action}`,
  resource: { type: "delivery_route", id: route_id },
  details,
})

export const publishDeliveryRouteWorkflowId = "publish-delivery-route"

/** Gives a draft to its driver. Done twice, it changes nothing. */
export const publishDeliveryRouteWorkflow = createWorkflow(
  publishDeliveryRouteWorkflowId,
  (input: OfRoute) => {
    const result = publishRouteToDriverStep(input)
    when("audit-publication", { result }, (data) => data.result.published).then(
      () => {
        recordAuditStep(
          transform({ input }, (data) => auditOf(data.input, "published"))
        )
      }
    )
    return new WorkflowResponse(result)
  }
)

export const orderRouteStopsWorkflowId = "order-route-stops"

/** Puts the open stops of a route into another order; the driver's page follows at once. */
export const orderRouteStopsWorkflow = createWorkflow(
  orderRouteStopsWorkflowId,
  (input: OfRoute & { stop_ids: string[] }) => {
    const result = orderRouteStopsStep(input)
    recordAuditStep(
      transform({ input, result }, (data) =>
        auditOf(data.input, "ordered", { stops: data.result.stops })
      )
    )
    publishRouteStep({ route_id: input.route_id })
    return new WorkflowResponse(result)
  }
)

export const addRouteStopWorkflowId = "add-route-stop"

/** Appends a booking to a route. */
export const addRouteStopWorkflow = createWorkflow(
  addRouteStopWorkflowId,
  (input: OfRoute & { booking_id: string }) => {
    const result = addRouteStopStep(input)
    recordAuditStep(
      transform({ input, result }, (data) =>
        auditOf(data.input, "stop_added", {
          booking_id: data.input.booking_id,
          stop_id: data.result.stop_id,
        })
      )
    )
    publishRouteStep({ route_id: input.route_id })
    return new WorkflowResponse(result)
  }
)

export const removeRouteStopWorkflowId = "remove-route-stop"

/** Takes an open stop off its route; its booking can be planned again. */
export const removeRouteStopWorkflow = createWorkflow(
  removeRouteStopWorkflowId,
  (input: OfRoute & { stop_id: string }) => {
    const result = removeRouteStopStep(input)
    recordAuditStep(
      transform({ input, result }, (data) =>
        auditOf(data.input, "stop_removed", {
          booking_id: data.result.booking_id,
          stop_id: data.input.stop_id,
        })
      )
    )
    publishRouteStep(
      transform({ input, result }, (data) => ({
        route_id: data.input.route_id,
        booking_ids: [data.result.booking_id],
      }))
    )
    return new WorkflowResponse(result)
  }
)

export const assignDeliveryRouteWorkflowId = "assign-delivery-route"

/** Gives a route that is not started to another driver. */
export const assignDeliveryRouteWorkflow = createWorkflow(
  assignDeliveryRouteWorkflowId,
  (input: OfRoute & { driver_id: string }) => {
    const result = assignRouteStep(input)
    recordAuditStep(
      transform({ input, result }, (data) =>
        auditOf(data.input, "assigned", {
          driver_id: data.input.driver_id,
          driver_id_before: data.result.before,
        })
      )
    )
    publishRouteStep({ route_id: input.route_id })
    return new WorkflowResponse(result)
  }
)

export const cancelDeliveryRouteWorkflowId = "cancel-delivery-route"

/** Calls a route off; what is open of it can be planned again. */
export const cancelDeliveryRouteWorkflow = createWorkflow(
  cancelDeliveryRouteWorkflowId,
  (input: OfRoute) => {
    const result = cancelRouteStep(input)
    recordAuditStep(
      transform({ input, result }, (data) =>
        auditOf(data.input, "canceled", {
          stops: data.result.booking_ids.length,
        })
      )
    )
    publishRouteStep(
      transform({ input, result }, (data) => ({
        route_id: data.input.route_id,
        booking_ids: data.result.booking_ids,
      }))
    )
    return new WorkflowResponse(result)
  }
)

export const setRouteLinkWorkflowId = "set-route-link"

/** Gives a published route a new driver's link, or none; the one before stops working at once. */
export const setRouteLinkWorkflow = createWorkflow(
  setRouteLinkWorkflowId,
  (input: OfRoute & { revoke: boolean }) => {
    const result = setRouteLinkStep(input)
    recordAuditStep(
      transform({ input }, (data) =>
        auditOf(data.input, data.input.revoke ? "link_revoked" : "link_renewed")
      )
    )
    publishRouteStep({ route_id: input.route_id })
    return new WorkflowResponse(result)
  }
)
