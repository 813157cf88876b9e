import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"

import type { GeoPoint } from "../../../modules/delivery/domain/distance"
import { deliveryService } from "../module"
import { retrieveOrder } from "../order-position"

const metadataSchema = z.looseObject({}).nullish()

type Input = { order_id: string; point: GeoPoint }

/**
 * Prepares an order's address with coordinates: the rest of it and of its
 * metadata stays.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED when the order has no address
 */
export const prepareAddressStep = createStep(
  "prepare-address",
  async ({ order_id, point }: Input, { container }) => {
    const { shipping_address } = await retrieveOrder(order_id, container)
    if (!shipping_address) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Order ${order_id} has no shipping address. Enter one first.`
      )
    }
    return new StepResponse({
      metadata: {
        ...metadataSchema.parse(shipping_address.metadata),
        ...point,
      },
    })
  }
)

/** Sends a driver who is still to come to the new place. */
export const moveStopsStep = createStep(
  "move-stops",
  async ({ order_id, point }: Input, { container }) => {
    const before = await deliveryService(container).moveOpenStops(
      order_id,
      point,
      new Date()
    )
    return new StepResponse({ moved: before.length }, before)
  },
  async (before, { container }) => {
    if (before?.length) {
      await deliveryService(container).restoreStops(before, new Date())
    }
  }
)
