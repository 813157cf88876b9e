import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import type { GeoPoint } from "../../modules/delivery/domain/distance"
import type { AdminOrderPosition } from "../../sdk/types"
import { positionOfAddress } from "./geocode/position-of-address"
import { deliveryService } from "./module"
import { retrieveOrderDelivery } from "./order-delivery"
import { resolveDistrict } from "./resolve-district"
import {
  addressLines,
  positionOf,
  readStopOrders,
  StopOrder,
} from "./stop-orders"

/**
 * Where an order is delivered to, and in which district that is.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function retrieveOrderPosition(
  orderId: string,
  container: MedusaContainer
): Promise<AdminOrderPosition> {
  const order = await retrieveOrder(orderId, container)
  const booked = await retrieveOrderDelivery(orderId, container)
  const booked_district = booked?.delivery.slot.district ?? null
  const located = await locate(order, container)
  const middle = located ? null : await middleOf(booked_district, container)
  return {
    point: located?.point ?? middle,
    source: located?.source ?? (middle ? "district" : "none"),
    address: addressLines(order),
    district: await resolveDistrict(
      { ...order.shipping_address, ...located?.point },
      container
    ),
    booked_district,
  }
}

/** @throws MedusaError NOT_FOUND */
export async function retrieveOrder(
  orderId: string,
  container: MedusaContainer
): Promise<StopOrder> {
  const orders = await readStopOrders([orderId], container, "address")
  const order = orders.get(orderId)
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} does not exist.`
    )
  }
  return order
}

async function locate(
  order: StopOrder,
  container: MedusaContainer
): Promise<{ point: GeoPoint; source: "address" | "geocoder" } | null> {
  const own = positionOf(order.shipping_address?.metadata)
  if (own) {
    return { point: own, source: "address" }
  }
  const point =
    order.shipping_address &&
    (await positionOfAddress(order.shipping_address, container))
  return point ? { point, source: "geocoder" } : null
}

async function middleOf(
  district: { id: string } | null,
  container: MedusaContainer
): Promise<GeoPoint | null> {
  return district
    ? await deliveryService(container).middleOfDistrict(district.id)
    : null
}
