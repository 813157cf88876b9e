import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { deliveryService } from "../module"

/**
 * The driver of a plan: the one that was named, else the first active one by name.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED when nobody can drive
 */
export const chooseDriverStep = createStep(
  "choose-driver",
  async ({ driver_ids }: { driver_ids?: string[] }, { container }) => {
    const [driver] = await deliveryService(container).listDeliveryDrivers(
      driver_ids?.length ? { id: driver_ids } : { is_active: true },
      { take: 1, order: { name: "ASC", id: "ASC" } }
    )
    if (!driver) {
      throw driver_ids?.length
        ? new MedusaError(
            MedusaError.Types.NOT_FOUND,
            `Driver ${driver_ids.join(", ")} does not exist.`
          )
        : new MedusaError(
            MedusaError.Types.NOT_ALLOWED,
            "There is no active driver: add one under Deliveries, Drivers."
          )
    }
    if (!driver.is_active) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Driver ${driver.id} is not active: activate the driver or choose another.`
      )
    }
    return new StepResponse({ id: driver.id })
  }
)
