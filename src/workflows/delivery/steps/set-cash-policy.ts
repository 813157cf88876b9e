import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { CashPolicy } from "../../../modules/delivery/domain/cash-limit"
import { deliveryService } from "../module"

/** Sets how much may be paid in cash; undone, it is as before. */
export const setCashPolicyStep = createStep(
  "set-cash-policy",
  async (policy: CashPolicy, { container }) => {
    const before = await deliveryService(container).setCashPolicy(
      policy,
      new Date()
    )
    return new StepResponse({ before, after: policy }, before)
  },
  async (before, { container }) => {
    if (before) {
      await deliveryService(container).setCashPolicy(before, new Date())
    }
  }
)
