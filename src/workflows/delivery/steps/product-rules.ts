import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  NO_RULE,
  ProductRule,
  toProductRule,
} from "../../../modules/delivery/domain/product-days"
import { deliveryService } from "../module"
import { productRuleSchema } from "../product-rule-schema"

export type SaveProductRuleData = {
  product_id: string
  /** What is left out stays, or is the default of a new rule. */
  changes: Partial<ProductRule>
}

/**
 * Makes or changes the rule of a product.
 *
 * @throws MedusaError INVALID_DATA when the parts of the rule do not fit together
 */
export const saveProductRuleStep = createStep(
  "save-product-rule",
  async ({ product_id, changes }: SaveProductRuleData, { container }) => {
    const delivery = deliveryService(container)
    const [found] = await delivery.listDeliveryProductRules(
      { product_id },
      { take: 1 }
    )
    const before = found ? toProductRule(found) : null
    const rule = fitting(product_id, { ...(before ?? NO_RULE), ...changes })
    const saved = found
      ? await delivery.updateDeliveryProductRules({
          id: found.id,
          ...toRow(rule),
        })
      : await delivery.createDeliveryProductRules({
          product_id,
          ...toRow(rule),
        })
    return new StepResponse(saved, { id: saved.id, before })
  },
  async (done, { container }) => {
    if (!done) {
      return
    }
    const delivery = deliveryService(container)
    if (done.before) {
      await delivery.updateDeliveryProductRules({
        id: done.id,
        ...toRow(done.before),
      })
    } else {
      await delivery.deleteDeliveryProductRules([done.id])
    }
  }
)

/** Takes the rule of a product away; what is sold stays. Answers the ids. */
export const deleteProductRuleStep = createStep(
  "delete-product-rule",
  async ({ product_id }: { product_id: string }, { container }) => {
    const delivery = deliveryService(container)
    const rules = await delivery.listDeliveryProductRules(
      { product_id },
      { take: 1, select: ["id"] }
    )
    const ids = rules.map(({ id }) => id)
    if (ids.length) {
      await delivery.softDeleteDeliveryProductRules(ids)
    }
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await deliveryService(container).restoreDeliveryProductRules(ids)
    }
  }
)

/** Weekdays are text in their column. */
const toRow = ({ weekdays, ...rule }: ProductRule) => ({
  ...rule,
  weekdays: weekdays.map(String),
})

function fitting(productId: string, rule: ProductRule): ProductRule {
  const parsed = productRuleSchema.safeParse(rule)
  if (parsed.success) {
    return parsed.data
  }
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join(".")}: ${message}`
  )
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `The delivery rule of product ${productId} does not fit together. ${problems.join("; ")}`
  )
}
