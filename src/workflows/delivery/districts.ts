import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import {
  CreateDistrictData,
  createDistrictsStep,
  deleteDistrictsStep,
  UpdateDistrictData,
  updateDistrictsStep,
} from "./steps/districts"
import { rewriteSlotsOnFailureStep, writeSlotsStep } from "./steps/write-slots"

type Named = { id: string; name: string }

/** One audit entry for each district. */
const auditOf = (action: string, actor: Actor, districts: Named[]) =>
  districts.map(({ id, name }) => ({
    actor,
    action: `delivery_district.${action}`,
    resource: { type: "delivery_district", id },
    details: { name },
  }))

export const createDeliveryDistrictsWorkflowId = "create-delivery-districts"

export const createDeliveryDistrictsWorkflow = createWorkflow(
  createDeliveryDistrictsWorkflowId,
  (input: { districts: CreateDistrictData[]; actor: Actor }) => {
    const districts = createDistrictsStep(input.districts)
    recordAuditStep(
      transform({ districts, input }, (data) =>
        auditOf("created", data.input.actor, data.districts)
      )
    )
    return new WorkflowResponse(districts)
  }
)

export const updateDeliveryDistrictsWorkflowId = "update-delivery-districts"

/** Changes districts; slots follow when one is switched on or off. */
export const updateDeliveryDistrictsWorkflow = createWorkflow(
  updateDeliveryDistrictsWorkflowId,
  (input: { districts: UpdateDistrictData[]; actor: Actor }) => {
    rewriteSlotsOnFailureStep({})
    const districts = updateDistrictsStep(input.districts)
    writeSlotsStep({})
    recordAuditStep(
      transform({ districts, input }, (data) =>
        auditOf("updated", data.input.actor, data.districts)
      )
    )
    return new WorkflowResponse(districts)
  }
)

export const deleteDeliveryDistrictsWorkflowId = "delete-delivery-districts"

/** Takes districts away and stops selling their slots; what is booked stays. */
export const deleteDeliveryDistrictsWorkflow = createWorkflow(
  deleteDeliveryDistrictsWorkflowId,
  (input: { districts: Named[]; actor: Actor }) => {
    rewriteSlotsOnFailureStep({})
    const ids = deleteDistrictsStep(
      transform({ input }, (data) => data.input.districts.map(({ id }) => id))
    )
    writeSlotsStep({})
    recordAuditStep(
      transform({ input }, (data) =>
        auditOf("deleted", data.input.actor, data.input.districts)
      )
    )
    return new WorkflowResponse(ids)
  }
)
