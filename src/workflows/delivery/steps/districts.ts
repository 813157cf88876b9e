import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { Boundary } from "../../../modules/delivery/domain/geometry"
import { deliveryService } from "../module"

export type CreateDistrictData = {
  name: string
  priority?: number
  is_active?: boolean
  aliases?: string[]
  postal_codes?: string[]
  boundary?: Boundary | null
}
export type UpdateDistrictData = { id: string } & Partial<CreateDistrictData>

export const createDistrictsStep = createStep(
  "create-districts",
  async (input: CreateDistrictData[], { container }) => {
    const created = await deliveryService(container).createDeliveryDistricts(
      input.map((district) => ({
        ...district,
        boundary: district.boundary ?? null,
      }))
    )
    return new StepResponse(
      created,
      created.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await deliveryService(container).deleteDeliveryDistricts(ids)
    }
  }
)

export const updateDistrictsStep = createStep(
  "update-districts",
  async (input: UpdateDistrictData[], { container }) => {
    const delivery = deliveryService(container)
    const before = await delivery.listDeliveryDistricts(
      { id: input.map(({ id }) => id) },
      { take: input.length }
    )
    const updated = await delivery.updateDeliveryDistricts(input)
    return new StepResponse(
      updated,
      before.map(
        ({
          id,
          name,
          priority,
          is_active,
          aliases,
          postal_codes,
          boundary,
        }) => ({
          id,
          name,
          priority,
          is_active,
          aliases,
          postal_codes,
          boundary,
        })
      )
    )
  },
  async (before, { container }) => {
    if (before?.length) {
      await deliveryService(container).updateDeliveryDistricts(before)
    }
  }
)

/** Takes districts and their windows away; bookings of their slots stay. */
export const deleteDistrictsStep = createStep(
  "delete-districts",
  async (ids: string[], { container }) => {
    await deliveryService(container).softDeleteDeliveryDistricts(ids)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await deliveryService(container).restoreDeliveryDistricts(ids)
    }
  }
)
