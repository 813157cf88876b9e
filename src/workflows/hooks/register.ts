import {
  calculateShippingOptionsPricesWorkflow,
  completeCartWorkflow,
  fetchShippingOptionForDraftOrderWorkflow,
  fetchShippingOptionForOrderWorkflow,
  listShippingOptionsForCartWithPricingWorkflow,
  maybeRefreshShippingMethodsWorkflow,
  refreshConfirmedDraftOrderShippingMethodsWorkflow,
  refreshPendingDraftOrderShippingMethodsWorkflow,
} from "@medusajs/medusa/core-flows"

import { getCurrentOptions } from "../../lib/current-options"
import { setDeliveryPricingContext } from "../delivery/pricing-context"
import { guardCartCompletion, undoCartCompletion } from "./completion-guard"

/**
 * The only place that takes Medusa's workflow hooks. Medusa loads this file
 * after our modules, so the options are known; it allows one handler per hook,
 * which is why a host can keep them for itself with `registerHooks: false`.
 */
if (getCurrentOptions().registerHooks) {
  completeCartWorkflow.hooks.validate(guardCartCompletion, undoCartCompletion)

  // Every workflow that calculates a shipping price: with one missing, a customer
  // would see two prices.
  for (const workflow of [
    listShippingOptionsForCartWithPricingWorkflow,
    calculateShippingOptionsPricesWorkflow,
    fetchShippingOptionForOrderWorkflow,
    maybeRefreshShippingMethodsWorkflow,
    fetchShippingOptionForDraftOrderWorkflow,
    refreshConfirmedDraftOrderShippingMethodsWorkflow,
    refreshPendingDraftOrderShippingMethodsWorkflow,
  ]) {
    workflow.hooks.setCalculatedShippingPricingContext(
      setDeliveryPricingContext
    )
  }
}
