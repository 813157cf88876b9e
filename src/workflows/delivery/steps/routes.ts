import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { newDriverLink } from "../driver-link"
import { deliveryService } from "../module"
import { locateBookings } from "../plan-stop"

type OfRoute = { route_id: string }

/** Gives a draft to its driver, with a link. One that is published stays as it is. */
export const publishRouteToDriverStep = createStep(
  "publish-route-to-driver",
  async ({ route_id }: OfRoute, { container }) => {
    const delivery = deliveryService(container)
    const now = new Date()
    const lastEnd = await delivery.lastSlotEnd(route_id)
    const published = await delivery.publishRoute(
      route_id,
      newDriverLink(lastEnd ?? now, now),
      now
    )
    return new StepResponse({ published }, published ? route_id : null)
  },
  async (routeId, { container }) => {
    if (routeId) {
      await deliveryService(container).unpublishRoute(routeId, new Date())
    }
  }
)

/** Puts the open stops of a route into another order. */
export const orderRouteStopsStep = createStep(
  "order-route-stops",
  async (
    { route_id, stop_ids }: OfRoute & { stop_ids: string[] },
    { container }
  ) => {
    const before = await deliveryService(container).orderStops(
      route_id,
      stop_ids,
      new Date()
    )
    return new StepResponse({ stops: before.length }, { route_id, before })
  },
  async (undo, { container }) => {
    if (undo) {
      await deliveryService(container).orderStops(
        undo.route_id,
        undo.before,
        new Date()
      )
    }
  }
)

/**
 * Appends a booking to a route, also one without a position: its driver finds
 * the address by its name.
 */
export const addRouteStopStep = createStep(
  "add-route-stop",
  async (
    { route_id, booking_id }: OfRoute & { booking_id: string },
    { container }
  ) => {
    const delivery = deliveryService(container)
    const { slot } = await delivery.retrieveDeliveryBooking(booking_id, {
      select: ["id"],
      relations: ["slot"],
    })
    const free = await delivery.listPlannableBookings(
      { date: slot.date, booking_id },
      1
    )
    const [located] = await locateBookings(free, container)
    const stop_id = await delivery.addStop(
      route_id,
      {
        booking_id,
        point: located?.point ?? null,
        position: located?.position ?? "none",
      },
      new Date()
    )
    return new StepResponse({ stop_id }, { route_id, stop_id })
  },
  async (undo, { container }) => {
    if (undo) {
      await deliveryService(container).removeStop(
        undo.route_id,
        undo.stop_id,
        new Date()
      )
    }
  }
)

/** Takes an open stop off its route. */
export const removeRouteStopStep = createStep(
  "remove-route-stop",
  async (
    { route_id, stop_id }: OfRoute & { stop_id: string },
    { container }
  ) => {
    const booking_id = await deliveryService(container).removeStop(
      route_id,
      stop_id,
      new Date()
    )
    return new StepResponse({ booking_id }, stop_id)
  },
  async (stopId, { container }) => {
    if (stopId) {
      await deliveryService(container).restoreStop(stopId, new Date())
    }
  }
)

/**
 * Gives a route to another driver, who gets a link of their own.
 *
 * @throws MedusaError NOT_ALLOWED for a driver who is not active
 */
export const assignRouteStep = createStep(
  "assign-route",
  async (
    { route_id, driver_id }: OfRoute & { driver_id: string },
    { container }
  ) => {
    const delivery = deliveryService(container)
    const driver = await delivery.retrieveDeliveryDriver(driver_id, {
      select: ["id", "is_active"],
    })
    if (!driver.is_active) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Driver ${driver_id} is not active: activate the driver or choose another.`
      )
    }
    const now = new Date()
    const lastEnd = await delivery.lastSlotEnd(route_id)
    const before = await delivery.assignRoute(
      route_id,
      driver_id,
      newDriverLink(lastEnd ?? now, now),
      now
    )
    return new StepResponse({ before }, { route_id, before })
  },
  async (undo, { container }) => {
    if (undo) {
      const now = new Date()
      await deliveryService(container).assignRoute(
        undo.route_id,
        undo.before,
        newDriverLink(now, now),
        now
      )
    }
  }
)

/** Calls a route off. */
export const cancelRouteStep = createStep(
  "cancel-route",
  async ({ route_id }: OfRoute, { container }) => {
    const canceled = await deliveryService(container).cancelRoute(
      route_id,
      new Date()
    )
    return new StepResponse(
      { booking_ids: canceled.stops.map(({ booking_id }) => booking_id) },
      canceled
    )
  },
  async (canceled, { container }) => {
    if (canceled) {
      await deliveryService(container).restoreRoute(canceled, new Date())
    }
  }
)

/** Gives a published route a new link, or none. */
export const setRouteLinkStep = createStep(
  "set-route-link",
  async (
    { route_id, revoke }: OfRoute & { revoke: boolean },
    { container }
  ) => {
    const delivery = deliveryService(container)
    const now = new Date()
    const lastEnd = await delivery.lastSlotEnd(route_id)
    const before = await delivery.setRouteLink(
      route_id,
      revoke ? null : newDriverLink(lastEnd ?? now, now),
      now
    )
    return new StepResponse({ revoked: revoke }, { route_id, before })
  },
  async (undo, { container }) => {
    if (undo) {
      const { before } = undo
      await deliveryService(container).setRouteLink(
        undo.route_id,
        before && { ...before, expires_at: new Date(before.expires_at) },
        new Date()
      )
    }
  }
)
