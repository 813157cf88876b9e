import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import { BOOKING_TAKEN, ROUTE_CHANGED, ROUTE_CLOSED } from "../domain/refusals"
import { EDITABLE, RouteStatus } from "../domain/route-status"
import * as plan from "../queries/plan"
import * as routes from "../queries/routes"
import * as stops from "../queries/stops"
import { Sql } from "../queries/types"
import { sqlOf } from "./data"
import { GroupingService } from "./grouping"
import { routeNotFound } from "./planning"

/** Routes as the shop changes them: every change locks its route first. */
export class RoutesService extends GroupingService {
  /**
   * Gives a draft to its driver. A route that is published already stays as it is.
   *
   * @returns whether this call published it
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async publishRoute(
    id: string,
    link: routes.LinkSecret,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    const sql = sqlOf(context)
    const { status } = await lock(sql, id, ["draft", "published", "started"])
    if (status !== "draft") {
      return false
    }
    if (!(await stops.lockOpenStops(sql, id)).length) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Route ${id} has no stop left: plan the day again.`,
        ROUTE_CLOSED
      )
    }
    await routes.setRouteStatus(sql, id, "published", now)
    await routes.setLink(sql, id, link, now)
    return true
  }

  /** Takes a publication back that nobody has used. */
  @InjectManager()
  @InjectTransactionManager()
  async unpublishRoute(
    id: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const sql = sqlOf(context)
    await lock(sql, id, ["published"])
    await routes.setRouteStatus(sql, id, "draft", now)
    await routes.setLink(sql, id, null, now)
  }

  /** When the last slot of a route ends; null without a stop. */
  @InjectManager()
  async lastSlotEnd(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<Date | null> {
    return await routes.lastSlotEnd(sqlOf(context), id)
  }

  /**
   * Gives a published route a new link, or none; the one before stops working.
   *
   * @returns the one before
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async setRouteLink(
    id: string,
    link: routes.LinkSecret | null,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<routes.LinkSecret | null> {
    const sql = sqlOf(context)
    await lock(sql, id, ["published", "started", "finished"])
    const before = await routes.linkOf(sql, id)
    await routes.setLink(sql, id, link, now)
    return before
  }

  /**
   * Puts the open stops of a route into another order.
   *
   * @param stopIds - every open stop of the route, each once
   * @returns the order before
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async orderStops(
    id: string,
    stopIds: string[],
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    const sql = sqlOf(context)
    await lock(sql, id, EDITABLE)
    const open = await stops.lockOpenStops(sql, id)
    const wanted = new Set(stopIds)
    if (
      wanted.size !== stopIds.length ||
      open.length !== stopIds.length ||
      !open.every((stop) => wanted.has(stop.id))
    ) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The open stops of route ${id} are not the ones that were ordered: read the route again.`,
        ROUTE_CHANGED
      )
    }
    // Behind everything there is, so that finished stops keep their place.
    const last = await stops.lastSequence(sql, id)
    await stops.renumber(sql, stopIds, last + 1, now)
    return open.map((stop) => stop.id)
  }

  /**
   * Appends a booking that is on no route.
   *
   * @returns the stop
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async addStop(
    id: string,
    stop: plan.NewStop,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<string> {
    const sql = sqlOf(context)
    await lock(sql, id, EDITABLE)
    const last = await stops.lastSequence(sql, id)
    const [added] = await plan.insertStops(sql, id, [stop], last, now)
    if (!added) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Booking ${stop.booking_id} is on a route already, delivered or canceled.`,
        BOOKING_TAKEN
      )
    }
    return added.id
  }

  /**
   * Takes an open stop off its route; its booking can be planned again.
   *
   * @returns the stop's booking
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async removeStop(
    id: string,
    stopId: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<string> {
    const sql = sqlOf(context)
    await lock(sql, id, EDITABLE)
    const open = await stops.lockOpenStops(sql, id)
    const stop = open.find((candidate) => candidate.id === stopId)
    if (!stop) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Stop ${stopId} is not an open stop of route ${id}: read the route again.`,
        ROUTE_CHANGED
      )
    }
    await stops.moveStop(sql, stopId, "removed", now)
    await stops.finishRoutes(sql, [id], now)
    return stop.booking_id
  }

  /**
   * Gives a route to another driver; the link the first one has stops working.
   *
   * @returns the driver before
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async assignRoute(
    id: string,
    driverId: string,
    link: routes.LinkSecret,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<string> {
    const sql = sqlOf(context)
    const { status, driver_id } = await lock(sql, id, ["draft", "published"])
    await sql.execute(
      "update delivery_route set driver_id = ?, updated_at = ? where id = ?",
      [driverId, now, id]
    )
    if (status === "published") {
      await routes.setLink(sql, id, link, now)
    }
    return driver_id
  }

  /**
   * Calls a route off: its open stops can be planned again, its link stops working.
   *
   * @returns what it was, for `restoreRoute`
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async cancelRoute(
    id: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<CanceledRoute> {
    const sql = sqlOf(context)
    const { status } = await lock(sql, id, EDITABLE)
    const removed = await stops.removeOpenStops(sql, id, now)
    // Its link works for routes that are driven only; kept, it can come back.
    await routes.setRouteStatus(sql, id, "canceled", now)
    return { id, status, stops: removed }
  }

  /** Takes a cancellation back; bookings that were planned again stay where they are. */
  @InjectManager()
  @InjectTransactionManager()
  async restoreRoute(
    { id, status, stops: removed }: CanceledRoute,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const sql = sqlOf(context)
    await lock(sql, id, ["canceled"])
    await routes.setRouteStatus(sql, id, status, now)
    await stops.restoreStops(
      sql,
      removed.map((stop) => stop.id),
      now
    )
  }

  /** Puts a stop back that was removed. */
  @InjectManager()
  @InjectTransactionManager()
  async restoreStop(
    stopId: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await stops.restoreStops(sqlOf(context), [stopId], now)
  }

  /** Bookings whose customers wait for a route's driver. */
  @InjectManager()
  async listOpenBookings(
    routeId: string,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return await stops.openBookings(sqlOf(context), routeId)
  }
}

export type CanceledRoute = {
  id: string
  status: RouteStatus
  stops: { id: string; booking_id: string }[]
}

async function lock(
  sql: Sql,
  id: string,
  allowed: readonly RouteStatus[]
): Promise<routes.LockedRoute> {
  const route = await routes.lockRoute(sql, id)
  if (!route) {
    throw routeNotFound(id)
  }
  if (!allowed.includes(route.status)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Route ${id} is ${route.status}: this can be done only while it is ${allowed.join(" or ")}.`,
      ROUTE_CLOSED
    )
  }
  return route
}
