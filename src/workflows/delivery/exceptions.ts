import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import {
  CreateExceptionData,
  createExceptionsStep,
  deleteExceptionsStep,
  UpdateExceptionData,
  updateExceptionsStep,
} from "./steps/exceptions"
import { rewriteSlotsOnFailureStep, writeSlotsStep } from "./steps/write-slots"

/** What tells a reader of the audit log which exception is meant. */
type AuditedException = {
  id: string
  name: string
  kind: string
  starts_on: string
  ends_on: string
}

/** One audit entry for each exception. */
const auditOf = (
  action: string,
  actor: Actor,
  exceptions: AuditedException[]
) =>
  exceptions.map(({ id, name, kind, starts_on, ends_on }) => ({
    actor,
    action: `delivery_exception.${action}`,
    resource: { type: "delivery_exception", id },
    details: { name, kind, starts_on, ends_on },
  }))

export const createDeliveryExceptionsWorkflowId = "create-delivery-exceptions"

/** Closes or changes days, or adds windows for some; slots follow at once, bookings stay. */
export const createDeliveryExceptionsWorkflow = createWorkflow(
  createDeliveryExceptionsWorkflowId,
  (input: { exceptions: CreateExceptionData[]; actor: Actor }) => {
    rewriteSlotsOnFailureStep({})
    const exceptions = createExceptionsStep(input.exceptions)
    const { overbooked } = writeSlotsStep({})
    recordAuditStep(
      transform({ exceptions, input }, (data) =>
        auditOf("created", data.input.actor, data.exceptions)
      )
    )
    return new WorkflowResponse({ exceptions, overbooked })
  }
)

export const updateDeliveryExceptionsWorkflowId = "update-delivery-exceptions"

/** Changes exceptions; slots follow at once and keep what is booked. */
export const updateDeliveryExceptionsWorkflow = createWorkflow(
  updateDeliveryExceptionsWorkflowId,
  (input: { exceptions: UpdateExceptionData[]; actor: Actor }) => {
    rewriteSlotsOnFailureStep({})
    const exceptions = updateExceptionsStep(input.exceptions)
    const { overbooked } = writeSlotsStep({})
    recordAuditStep(
      transform({ exceptions, input }, (data) =>
        auditOf("updated", data.input.actor, data.exceptions)
      )
    )
    return new WorkflowResponse({ exceptions, overbooked })
  }
)

export const deleteDeliveryExceptionsWorkflowId = "delete-delivery-exceptions"

/** Makes days ordinary again; extra windows end, what is booked in them stays. */
export const deleteDeliveryExceptionsWorkflow = createWorkflow(
  deleteDeliveryExceptionsWorkflowId,
  (input: { exceptions: AuditedException[]; actor: Actor }) => {
    rewriteSlotsOnFailureStep({})
    deleteExceptionsStep(
      transform({ input }, (data) => data.input.exceptions.map(({ id }) => id))
    )
    const { overbooked } = writeSlotsStep({})
    recordAuditStep(
      transform({ input }, (data) =>
        auditOf("deleted", data.input.actor, data.input.exceptions)
      )
    )
    return new WorkflowResponse({ overbooked })
  }
)
