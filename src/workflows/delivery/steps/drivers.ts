import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { deliveryService } from "../module"

export type CreateDriverData = {
  name: string
  phone?: string | null
  is_active?: boolean
}
export type UpdateDriverData = { id: string } & Partial<CreateDriverData>

export const createDriversStep = createStep(
  "create-drivers",
  async (input: CreateDriverData[], { container }) => {
    const created =
      await deliveryService(container).createDeliveryDrivers(input)
    return new StepResponse(
      created,
      created.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await deliveryService(container).deleteDeliveryDrivers(ids)
    }
  }
)

export const updateDriversStep = createStep(
  "update-drivers",
  async (input: UpdateDriverData[], { container }) => {
    const delivery = deliveryService(container)
    const before = await delivery.listDeliveryDrivers(
      { id: input.map(({ id }) => id) },
      { take: input.length }
    )
    const updated = await delivery.updateDeliveryDrivers(input)
    return new StepResponse(
      updated,
      before.map(({ id, name, phone, is_active }) => ({
        id,
        name,
        phone,
        is_active,
      }))
    )
  },
  async (before, { container }) => {
    if (before?.length) {
      await deliveryService(container).updateDeliveryDrivers(before)
    }
  }
)

/**
 * Takes drivers away; what they drove stays.
 *
 * @throws MedusaError NOT_ALLOWED while one of them has a route to drive
 */
export const deleteDriversStep = createStep(
  "delete-drivers",
  async (ids: string[], { container }) => {
    const delivery = deliveryService(container)
    const { count } = await delivery.pageRoutes(
      { driver_id: ids, status: ["draft", "published", "started"] },
      { limit: 1, offset: 0 }
    )
    if (count) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The driver has ${count} routes to drive: give them to somebody else or cancel them first.`
      )
    }
    await delivery.softDeleteDeliveryDrivers(ids)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await deliveryService(container).restoreDeliveryDrivers(ids)
    }
  }
)
