import { useQueryGraphStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import {
  deleteProductRuleStep,
  SaveProductRuleData,
  saveProductRuleStep,
} from "./steps/product-rules"

export const saveProductRuleWorkflowId = "save-delivery-product-rule"

/** Says on which days a product can be delivered; carts see it at once. */
export const saveProductRuleWorkflow = createWorkflow(
  saveProductRuleWorkflowId,
  (input: SaveProductRuleData & { actor: Actor }) => {
    useQueryGraphStep({
      entity: "product",
      fields: ["id"],
      filters: { id: input.product_id },
      options: { throwIfKeyNotFound: true },
    }).config({ name: "get-product-of-rule" })
    const rule = saveProductRuleStep(input)
    recordAuditStep(
      transform({ rule, input }, (data) => [
        {
          actor: data.input.actor,
          action: "delivery_rule.updated",
          resource: { type: "product", id: data.input.product_id },
          details: {
            is_preorder: data.rule.is_preorder,
            lead_days: data.rule.lead_days,
            daily_capacity: data.rule.daily_capacity,
            changed: Object.keys(data.input.changes),
          },
        },
      ])
    )
    return new WorkflowResponse(rule)
  }
)

export const deleteProductRuleWorkflowId = "delete-delivery-product-rule"

/** Lets a product go on any day again. */
export const deleteProductRuleWorkflow = createWorkflow(
  deleteProductRuleWorkflowId,
  (input: { product_id: string; actor: Actor }) => {
    const ids = deleteProductRuleStep(input)
    when(
      "audit-deleted-product-rule",
      { ids },
      (data) => data.ids.length > 0
    ).then(() => {
      recordAuditStep(
        transform({ input }, (data) => [
          {
            actor: data.input.actor,
            action: "delivery_rule.deleted",
            resource: { type: "product", id: data.input.product_id },
            details: {},
          },
        ])
      )
    })
    return new WorkflowResponse(ids)
  }
)
