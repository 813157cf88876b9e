import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import {
  CreateWindowData,
  createWindowsStep,
  deleteWindowsStep,
  UpdateWindowData,
  updateWindowsStep,
} from "./steps/windows"
import { rewriteSlotsOnFailureStep, writeSlotsStep } from "./steps/write-slots"

/** What tells a reader of the audit log which window is meant. */
type AuditedWindow = {
  id: string
  district_id: string
  weekday: number
  starts_at: string
}

/** One audit entry for each window. */
const auditOf = (action: string, actor: Actor, windows: AuditedWindow[]) =>
  windows.map(({ id, district_id, weekday, starts_at }) => ({
    actor,
    action: `delivery_window.${action}`,
    resource: { type: "delivery_window", id },
    details: { district_id, weekday, starts_at },
  }))

/** The slots of one district are quicker to look through than those of all. */
const scopeOf = (windows: AuditedWindow[]): { district_id?: string } => {
  const [district_id, ...others] = new Set(
    windows.map((window) => window.district_id)
  )
  return others.length ? {} : { district_id }
}

export const createDeliveryWindowsWorkflowId = "create-delivery-windows"

/** Makes weekly windows and their dated slots. */
export const createDeliveryWindowsWorkflow = createWorkflow(
  createDeliveryWindowsWorkflowId,
  (input: { windows: CreateWindowData[]; actor: Actor }) => {
    rewriteSlotsOnFailureStep({})
    const windows = createWindowsStep(input.windows)
    writeSlotsStep(transform({ windows }, (data) => scopeOf(data.windows)))
    recordAuditStep(
      transform({ windows, input }, (data) =>
        auditOf("created", data.input.actor, data.windows)
      )
    )
    return new WorkflowResponse(windows)
  }
)

export const updateDeliveryWindowsWorkflowId = "update-delivery-windows"

/** Changes windows; their dated slots follow at once and keep what is booked. */
export const updateDeliveryWindowsWorkflow = createWorkflow(
  updateDeliveryWindowsWorkflowId,
  (input: { windows: UpdateWindowData[]; actor: Actor }) => {
    rewriteSlotsOnFailureStep({})
    const windows = updateWindowsStep(input.windows)
    const { overbooked } = writeSlotsStep(
      transform({ windows }, (data) => scopeOf(data.windows))
    )
    recordAuditStep(
      transform({ windows, input }, (data) =>
        auditOf("updated", data.input.actor, data.windows)
      )
    )
    return new WorkflowResponse({ windows, overbooked })
  }
)

export const deleteDeliveryWindowsWorkflowId = "delete-delivery-windows"

/** Takes windows away and stops selling their slots; what is booked stays. */
export const deleteDeliveryWindowsWorkflow = createWorkflow(
  deleteDeliveryWindowsWorkflowId,
  (input: { windows: AuditedWindow[]; actor: Actor }) => {
    rewriteSlotsOnFailureStep({})
    const ids = deleteWindowsStep(
      transform({ input }, (data) => data.input.windows.map(({ id }) => id))
    )
    const { overbooked } = writeSlotsStep(
      transform({ input }, (data) => scopeOf(data.input.windows))
    )
    recordAuditStep(
      transform({ input }, (data) =>
        auditOf("deleted", data.input.actor, data.input.windows)
      )
    )
    return new WorkflowResponse({ ids, overbooked })
  }
)
