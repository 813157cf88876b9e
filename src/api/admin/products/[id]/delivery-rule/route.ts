import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { actorFromRequest } from "../../../../../lib/actor"
import type { DeliveryRuleResponse } from "../../../../../sdk/types"
import { deliveryService } from "../../../../../workflows/delivery/module"
import {
  deleteProductRuleWorkflow,
  saveProductRuleWorkflow,
} from "../../../../../workflows/delivery/product-rules"
import { toDeliveryRule } from "../../to-wire"
import { AdminPostDeliveryRuleType } from "../../validators"

/** On which days a product can be delivered; null when it goes on any day. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeliveryRuleResponse>
) => {
  const { id } = req.params
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  await query.graph(
    { entity: "product", fields: ["id"], filters: { id } },
    { throwIfKeyNotFound: true }
  )
  const [rule] = await deliveryService(req.scope).listDeliveryProductRules(
    { product_id: id },
    { take: 1 }
  )
  res.json({ delivery_rule: rule ? toDeliveryRule(rule) : null })
}

/** Makes the rule of a product, or changes it; what is sold already stays sold. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPostDeliveryRuleType>,
  res: MedusaResponse<DeliveryRuleResponse>
) => {
  const { result } = await saveProductRuleWorkflow(req.scope).run({
    input: {
      product_id: req.params.id,
      changes: req.validatedBody,
      actor: actorFromRequest(req),
    },
  })
  res.json({ delivery_rule: toDeliveryRule(result) })
}

/** Lets a product go on any day again; a product without a rule stays as it is. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{
    id: string
    object: "delivery_rule"
    deleted: boolean
  }>
) => {
  const { id } = req.params
  await deleteProductRuleWorkflow(req.scope).run({
    input: { product_id: id, actor: actorFromRequest(req) },
  })
  res.json({ id, object: "delivery_rule", deleted: true })
}
