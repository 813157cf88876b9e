import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { ImportedFeature } from "../../modules/delivery/domain/import-districts"
import { recordAuditStep } from "../audit/steps/record-audit"
import { createDistrictsStep, updateDistrictsStep } from "./steps/districts"
import { planImportStep } from "./steps/plan-import"

export type ImportDistrictsInput = {
  feature_collection: { features: ImportedFeature[] }
  name_property: string
  actor: Actor
}

export const importDistrictsWorkflowId = "import-districts"

/**
 * Makes districts of a GeoJSON file: new names become districts, known names
 * get the new boundary, what cannot be used is reported with its reason.
 */
export const importDistrictsWorkflow = createWorkflow(
  importDistrictsWorkflowId,
  (input: ImportDistrictsInput) => {
    const plan = planImportStep(input)
    const created = createDistrictsStep(plan.create)
    const updated = updateDistrictsStep(plan.update)
    const districts = transform({ created, updated }, (data) => [
      ...data.created,
      ...data.updated,
    ])
    recordAuditStep(
      transform({ districts, input }, (data) =>
        data.districts.map(({ id, name }) => ({
          actor: data.input.actor,
          action: "delivery_district.imported",
          resource: { type: "delivery_district", id },
          details: { name },
        }))
      )
    )
    return new WorkflowResponse(
      transform({ districts, plan }, (data) => ({
        districts: data.districts,
        skipped: data.plan.skipped,
      }))
    )
  }
)
