import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  exceptionProblem,
  ExceptionRule,
} from "../../../modules/delivery/domain/exceptions"
import DeliveryModuleService from "../../../modules/delivery/service"
import { deliveryService } from "../module"

type ExceptionData = Omit<ExceptionRule, "id"> & { name: string }
export type CreateExceptionData = Pick<
  ExceptionData,
  "name" | "kind" | "starts_on" | "ends_on"
> &
  Partial<ExceptionData>
export type UpdateExceptionData = { id: string } & Partial<ExceptionData>

/** What an exception says where nothing is said. */
const UNSAID = {
  district_id: null,
  window_id: null,
  repeats_yearly: false,
  starts_at: null,
  ends_at: null,
  cutoff_time: null,
  lead_days: null,
  capacity_orders: null,
  capacity_weight_grams: null,
  capacity_minutes: null,
  price: null,
}

/**
 * Makes exceptions, or none when one of them makes no sense.
 *
 * @throws MedusaError INVALID_DATA with what is wrong, NOT_FOUND for a district or window that is not there
 */
export const createExceptionsStep = createStep(
  "create-exceptions",
  async (input: CreateExceptionData[], { container }) => {
    const delivery = deliveryService(container)
    const complete: ExceptionData[] = []
    for (const data of input) {
      complete.push(await checked({ ...UNSAID, ...data }, delivery))
    }
    const created = await delivery.createDeliveryExceptions(complete)
    return new StepResponse(
      created,
      created.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await deliveryService(container).deleteDeliveryExceptions(ids)
    }
  }
)

/** Changes exceptions; the outcome must make sense as a whole, see `createExceptionsStep`. */
export const updateExceptionsStep = createStep(
  "update-exceptions",
  async (input: UpdateExceptionData[], { container }) => {
    const delivery = deliveryService(container)
    const rows = await delivery.listDeliveryExceptions(
      { id: input.map(({ id }) => id) },
      { take: input.length }
    )
    const before = rows.map((row) => ({ id: row.id, ...dataOf(row) }))
    const after: UpdateExceptionData[] = []
    for (const { id, ...changes } of input) {
      const known = before.find((exception) => exception.id === id)
      if (!known) {
        throw notFound(`Delivery exception ${id}`)
      }
      const { id: _, ...data } = known
      after.push({ id, ...(await checked({ ...data, ...changes }, delivery)) })
    }
    const updated = await delivery.updateDeliveryExceptions(after)
    return new StepResponse(updated, before)
  },
  async (before, { container }) => {
    if (before?.length) {
      await deliveryService(container).updateDeliveryExceptions(before)
    }
  }
)

/** Takes exceptions away: their days are ordinary again, what is booked stays. */
export const deleteExceptionsStep = createStep(
  "delete-exceptions",
  async (ids: string[], { container }) => {
    await deliveryService(container).softDeleteDeliveryExceptions(ids)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await deliveryService(container).restoreDeliveryExceptions(ids)
    }
  }
)

type ExceptionRow = Awaited<
  ReturnType<DeliveryModuleService["listDeliveryExceptions"]>
>[number]

const dataOf = (row: ExceptionRow): ExceptionData => ({
  name: row.name,
  kind: row.kind,
  district_id: row.district_id,
  window_id: row.window_id,
  starts_on: row.starts_on,
  ends_on: row.ends_on,
  repeats_yearly: row.repeats_yearly,
  starts_at: row.starts_at,
  ends_at: row.ends_at,
  cutoff_time: row.cutoff_time,
  lead_days: row.lead_days,
  capacity_orders: row.capacity_orders,
  capacity_weight_grams: row.capacity_weight_grams,
  capacity_minutes: row.capacity_minutes,
  price: row.price === null ? null : Number(row.price),
})

/** The exception, with the district of the window it names. */
async function checked(
  data: ExceptionData,
  delivery: DeliveryModuleService
): Promise<ExceptionData> {
  const problem = exceptionProblem(data)
  if (problem) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, problem)
  }
  if (data.window_id !== null) {
    const [window] = await delivery.listDeliveryWindows(
      { id: data.window_id },
      { take: 1, select: ["id", "district_id"] }
    )
    if (!window) {
      throw notFound(`Delivery window ${data.window_id}`)
    }
    if (data.district_id !== null && data.district_id !== window.district_id) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Delivery window ${window.id} is not of district ${data.district_id}. Leave district_id out, or name a window of it.`
      )
    }
    return { ...data, district_id: window.district_id }
  }
  if (data.district_id !== null) {
    const [district] = await delivery.listDeliveryDistricts(
      { id: data.district_id },
      { take: 1, select: ["id"] }
    )
    if (!district) {
      throw notFound(`Delivery district ${data.district_id}`)
    }
  }
  return data
}

const notFound = (what: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `${what} was not found`)
