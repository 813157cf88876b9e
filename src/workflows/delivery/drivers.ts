import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import {
  CreateDriverData,
  createDriversStep,
  deleteDriversStep,
  UpdateDriverData,
  updateDriversStep,
} from "./steps/drivers"

/** One audit entry for each driver; names are personal data and stay out. */
const auditOf = (
  action: string,
  actor: Actor,
  drivers: { id: string; is_active?: boolean }[]
) =>
  drivers.map(({ id, is_active }) => ({
    actor,
    action: `delivery_driver.${action}`,
    resource: { type: "delivery_driver", id },
    details: { is_active },
  }))

export const createDeliveryDriversWorkflowId = "create-delivery-drivers"

export const createDeliveryDriversWorkflow = createWorkflow(
  createDeliveryDriversWorkflowId,
  (input: { drivers: CreateDriverData[]; actor: Actor }) => {
    const drivers = createDriversStep(input.drivers)
    recordAuditStep(
      transform({ drivers, input }, (data) =>
        auditOf("created", data.input.actor, data.drivers)
      )
    )
    return new WorkflowResponse(drivers)
  }
)

export const updateDeliveryDriversWorkflowId = "update-delivery-drivers"

export const updateDeliveryDriversWorkflow = createWorkflow(
  updateDeliveryDriversWorkflowId,
  (input: { drivers: UpdateDriverData[]; actor: Actor }) => {
    const drivers = updateDriversStep(input.drivers)
    recordAuditStep(
      transform({ drivers, input }, (data) =>
        auditOf("updated", data.input.actor, data.drivers)
      )
    )
    return new WorkflowResponse(drivers)
  }
)

export const deleteDeliveryDriversWorkflowId = "delete-delivery-drivers"

/** Takes drivers away who have nothing left to drive. */
export const deleteDeliveryDriversWorkflow = createWorkflow(
  deleteDeliveryDriversWorkflowId,
  (input: { ids: string[]; actor: Actor }) => {
    const ids = deleteDriversStep(input.ids)
    recordAuditStep(
      transform({ input }, (data) =>
        auditOf(
          "deleted",
          data.input.actor,
          data.input.ids.map((id) => ({ id }))
        )
      )
    )
    return new WorkflowResponse(ids)
  }
)
