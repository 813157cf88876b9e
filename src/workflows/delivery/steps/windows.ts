import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { deliveryService } from "../module"

export type CreateWindowData = {
  district_id: string
  weekday: number
  starts_at: string
  ends_at: string
  capacity_orders: number
  capacity_weight_grams?: number | null
  capacity_minutes?: number | null
  lead_days: number
  cutoff_time: string
  price: number
  minimum_order?: number | null
  free_over?: number | null
  early_group_ids?: string[]
  public_days?: number | null
  is_active?: boolean
}
export type UpdateWindowData = { id: string } & Partial<
  Omit<CreateWindowData, "district_id">
>

export const createWindowsStep = createStep(
  "create-windows",
  async (input: CreateWindowData[], { container }) => {
    const created =
      await deliveryService(container).createDeliveryWindows(input)
    return new StepResponse(
      created,
      created.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await deliveryService(container).deleteDeliveryWindows(ids)
    }
  }
)

export const updateWindowsStep = createStep(
  "update-windows",
  async (input: UpdateWindowData[], { container }) => {
    const delivery = deliveryService(container)
    const before = await delivery.listDeliveryWindows(
      { id: input.map(({ id }) => id) },
      { take: input.length }
    )
    const updated = await delivery.updateDeliveryWindows(input)
    return new StepResponse(
      updated,
      before.map((window) => ({
        id: window.id,
        weekday: window.weekday,
        starts_at: window.starts_at,
        ends_at: window.ends_at,
        capacity_orders: window.capacity_orders,
        capacity_weight_grams: window.capacity_weight_grams,
        capacity_minutes: window.capacity_minutes,
        lead_days: window.lead_days,
        cutoff_time: window.cutoff_time,
        price: window.price,
        minimum_order: window.minimum_order,
        free_over: window.free_over,
        early_group_ids: window.early_group_ids,
        public_days: window.public_days,
        is_active: window.is_active,
      }))
    )
  },
  async (before, { container }) => {
    if (before?.length) {
      await deliveryService(container).updateDeliveryWindows(before)
    }
  }
)

/** Takes windows away; what is booked in their slots stays. */
export const deleteWindowsStep = createStep(
  "delete-windows",
  async (ids: string[], { container }) => {
    await deliveryService(container).softDeleteDeliveryWindows(ids)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await deliveryService(container).restoreDeliveryWindows(ids)
    }
  }
)
