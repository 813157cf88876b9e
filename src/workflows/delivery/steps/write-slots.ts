import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { getCurrentOptions } from "../../../lib/current-options"
import { toLocalDate } from "../../../modules/delivery/domain/local-time"
import { datedSlots } from "../../../modules/delivery/domain/slots"
import DeliveryModuleService from "../../../modules/delivery/service"
import { deliveryService } from "../module"
import { activeWindowRules } from "../window-rules"

/** All districts, or one. */
type Scope = { district_id?: string }

/**
 * Makes the dated slots of active windows up to the horizon and closes future
 * slots that no window makes any more; bookings stay. Idempotent: slots are
 * derived from the windows.
 */
export const writeSlotsStep = createStep(
  "write-slots",
  async (scope: Scope, { container }) => {
    return new StepResponse(await writeSlots(deliveryService(container), scope))
  }
)

/**
 * Does nothing, but when undone makes the slots again. Stands before the steps
 * that change windows or districts, so that it is undone after them.
 */
export const rewriteSlotsOnFailureStep = createStep(
  "rewrite-slots-on-failure",
  async (scope: Scope) => new StepResponse(undefined, scope),
  async (scope, { container }) => {
    if (scope) {
      await writeSlots(deliveryService(container), scope)
    }
  }
)

async function writeSlots(
  delivery: DeliveryModuleService,
  { district_id }: Scope
): Promise<{ written: number; closed: number }> {
  const { timeZone, delivery: options } = getCurrentOptions()
  const now = new Date()
  const windows = await activeWindowRules(delivery, district_id)
  return await delivery.writeSlots({
    slots: windows.flatMap((window) =>
      datedSlots(window, now, options.horizonDays, timeZone)
    ),
    district_id,
    today: toLocalDate(now, timeZone),
    now,
  })
}
