import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { getCurrentOptions } from "../../../lib/current-options"
import {
  addDays,
  toLocalDate,
} from "../../../modules/delivery/domain/local-time"
import { scheduledSlots } from "../../../modules/delivery/domain/slots"
import type { SlotRow } from "../../../modules/delivery/queries/types"
import DeliveryModuleService from "../../../modules/delivery/service"
import type { OverbookedSlot } from "../../../sdk/types"
import { deliveryService } from "../module"
import { activeWindowRules, exceptionRules } from "../schedule-rules"

/** All districts, or one. */
type Scope = { district_id?: string }

type WrittenSlots = {
  /** Slots made or changed. */
  written: number
  closed: number
  overbooked: OverbookedSlot[]
}

/**
 * Makes the dated slots of active windows and exceptions up to the horizon and
 * closes future slots that nothing makes any more; bookings stay. Idempotent:
 * slots are derived.
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
): Promise<WrittenSlots> {
  const { timeZone: zone, delivery: options } = getCurrentOptions()
  const now = new Date()
  const today = toLocalDate(now, zone)
  const windows = await activeWindowRules(delivery, district_id)
  const exceptions = await exceptionRules(
    delivery,
    { from: today, to: addDays(today, options.horizonDays) },
    district_id
  )
  const { written, closed, overbooked } = await delivery.writeSlots({
    slots: scheduledSlots(windows, exceptions, {
      now,
      days: options.horizonDays,
      zone,
    }),
    district_id,
    today,
    now,
  })
  return { written, closed, overbooked: overbooked.map(toOverbooked) }
}

const toOverbooked = (slot: SlotRow): OverbookedSlot => ({
  slot_id: slot.id,
  date: slot.date,
  starts_at: slot.starts_at.toISOString(),
  reserved_orders: slot.reserved_orders,
  capacity_orders: slot.is_open ? slot.capacity_orders : 0,
})
