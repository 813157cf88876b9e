import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { DriverAction } from "../../modules/delivery/domain/driver-action"
import { recordAuditStep } from "../audit/steps/record-audit"
import { errorMessage } from "./error-message"
import { settleStop } from "./settle-stop"
import { publishRouteStep } from "./steps/publish-route"
import { readCashDueStep } from "./steps/read-cash-due"
import { recordDriverActionStep } from "./steps/record-driver-action"

export type RecordDriverActionInput = {
  route_id: string
  /** Made up by the phone for each tap. */
  key: string
  action: DriverAction
}

const AUDITED = {
  start: "delivery_route.started",
  arrived: "delivery_stop.arrived",
  delivered: "delivery_stop.delivered",
  failed: "delivery_stop.failed",
  reopen: "delivery_stop.reopened",
} as const

export const recordDriverActionWorkflowId = "record-driver-action"

/**
 * Writes down what a driver did and tells the pages that wait for it. The same
 * key again finds it done and only does what is missing after it.
 *
 * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
 */
export const recordDriverActionWorkflow = createWorkflow(
  recordDriverActionWorkflowId,
  (input: RecordDriverActionInput) => {
    const cash = readCashDueStep(
      transform({ input }, ({ input: { route_id, action } }) => ({
        route_id,
        stop_id: action.kind === "delivered" ? action.stop_id : null,
      }))
    )
    const recorded = recordDriverActionStep(
      transform({ input, cash }, (data) => ({ ...data.input, ...data.cash }))
    )
    publishRouteStep(
      transform({ input, recorded }, (data) => ({
        route_id: data.input.route_id,
        booking_ids: data.recorded.booking_id ? [data.recorded.booking_id] : [],
      }))
    )
    recordAuditStep(
      transform(
        { input, recorded },
        ({ input: { route_id, key, action }, recorded: done }) => ({
          actor: { type: "driver", id: done.driver_id },
          action: AUDITED[action.kind],
          resource: { type: "delivery_route", id: route_id },
          details: {
            ...(done.stop_id ? { stop_id: done.stop_id } : {}),
            ...(action.kind === "failed" ? { reason: action.reason } : {}),
          },
          key: `delivery_driver_action:${route_id}:${key}`,
        })
      )
    )
    return new WorkflowResponse(recorded)
  }
)

/**
 * What a driver's tap does: the fact is written down first; then Medusa learns
 * of a delivery and of its cash. When Medusa cannot follow right now the fact
 * stands, the log says why, and the reconcilers finish it.
 *
 * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
 */
export async function performDriverAction(
  input: RecordDriverActionInput,
  container: MedusaContainer
): Promise<void> {
  const { result } = await recordDriverActionWorkflow(container).run({ input })
  const { stop_id, booking_id, driver_id } = result
  if (input.action.kind !== "delivered" || !stop_id || !booking_id) {
    return
  }
  try {
    await settleStop(
      { stop_id, booking_id, actor: { type: "driver", id: driver_id } },
      container
    )
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `Stop ${stop_id} is delivered, but Medusa could not follow; the reconcilers try again: ${errorMessage(error)}`
      )
  }
}
