import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { Boundary } from "../../../modules/delivery/domain/geometry"
import type { DeliveryRates } from "../../../modules/delivery/domain/rates"
import { deliveryService } from "../module"

export type CreateDistrictData = {
  name: string
  priority?: number
  is_active?: boolean
  aliases?: string[]
  postal_codes?: string[]
  boundary?: Boundary | null
  stop_minutes?: number
  rates?: DeliveryRates
  cash_limit?: number | null
}
export type UpdateDistrictData = { id: string } & Partial<CreateDistrictData>

export const createDistrictsStep = createStep(
  "create-districts",
  async (input: CreateDistrictData[], { container }) => {
    const delivery = deliveryService(container)
    const created = await delivery.createDeliveryDistricts(
      input.map((district) => ({
        ...district,
        boundary: district.boundary ?? null,
        rates: district.rates ?? null,
      }))
    )
    delivery.forgetDistricts()
    return new StepResponse(
      created,
      created.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids?.length) {
      const delivery = deliveryService(container)
      await delivery.deleteDeliveryDistricts(ids)
      delivery.forgetDistricts()
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
    delivery.forgetDistricts()
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
          stop_minutes,
          rates,
          cash_limit,
        }) => ({
          id,
          name,
          priority,
          is_active,
          aliases,
          postal_codes,
          boundary,
          stop_minutes,
          rates,
          cash_limit,
        })
      )
    )
  },
  async (before, { container }) => {
    if (before?.length) {
      const delivery = deliveryService(container)
      await delivery.updateDeliveryDistricts(before)
      delivery.forgetDistricts()
    }
  }
)

/** Takes districts and their windows away; bookings of their slots stay. */
export const deleteDistrictsStep = createStep(
  "delete-districts",
  async (ids: string[], { container }) => {
    const delivery = deliveryService(container)
    await delivery.softDeleteDeliveryDistricts(ids)
    delivery.forgetDistricts()
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      const delivery = deliveryService(container)
      await delivery.restoreDeliveryDistricts(ids)
      delivery.forgetDistricts()
    }
  }
)
