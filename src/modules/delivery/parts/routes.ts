import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import type { GeoPoint } from "../domain/distance"
import { LocalDate } from "../domain/local-time"
import { BOOKING_TAKEN, ROUTE_CHANGED, ROUTE_CLOSED } from "../domain/refusals"
import { EDITABLE, RouteStatus } from "../domain/route-status"
import * as cash from "../queries/cash"
import * as plan from "../queries/plan"
import * as routes from "../queries/routes"
import * as stops from "../queries/stops"
import { Sql } from "../queries/types"
import { sqlOf } from "./data"
import { PlacesService } from "./places"

/** Routes as the shop plans and changes them. */
export class RoutesService extends PlacesService {
  /** Bookings of a day that are on no published route, in order of their slots. */
  @InjectManager()
  async listPlannableBookings(
    filter: Parameters<typeof plan.plannableBookings>[1],
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<plan.PlannableBooking[]> {
    return await plan.plannableBookings(sqlOf(context), filter, limit)
  }

  /**
   * Writes a draft. Bookings that another route took meanwhile, or that are not
   * booked any more, are left out; those in older drafts of the day move here.
   *
   * @returns null when no booking was left
   */
  @InjectManager()
  @InjectTransactionManager()
  async saveDraft(
    draft: {
      driver_id: string
      date: LocalDate
      depot: GeoPoint | null
      stops: plan.NewStop[]
      now: Date
    },
    @MedusaContext() context: Context = {}
  ): Promise<string | null> {
    const { now, ...route } = draft
    const sql = sqlOf(context)
    await plan.lockDay(sql, route.date)
    await plan.takeOutOfDrafts(
      sql,
      route.date,
      route.stops.map(({ booking_id }) => booking_id),
      now
    )
    const id = await plan.insertDraft(sql, route, now)
    const inserted = await plan.insertStops(sql, id, route.stops, 0, now)
    if (inserted.length) {
      return id
    }
    await routes.setRouteStatus(sql, id, "canceled", now)
    return null
  }

  @InjectManager()
  async pageRoutes(
    filter: routes.RouteFilter,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<{
    rows: (routes.RouteRow & routes.RouteCounts)[]
    count: number
  }> {
    return await routes.pageRoutes(sqlOf(context), filter, page)
  }

  /** A route with its stops in order and the cash of each. */
  @InjectManager()
  async retrieveRouteWithStops(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<RouteWithStops> {
    const sql = sqlOf(context)
    const {
      rows: [route],
    } = await routes.pageRoutes(sql, { ids: [id] }, { limit: 1, offset: 0 })
    if (!route) {
      throw routeNotFound(id)
    }
    const rows = await routes.stopsOfRoute(sql, id)
    const entries = await cash.cashOfStops(
      sql,
      rows.map((stop) => stop.id)
    )
    return { route, stops: rows, cash: entries }
  }

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

  /**
   * Gives a published route a new link, or none; the one before stops working.
   *
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async setRouteLink(
    id: string,
    link: routes.LinkSecret | null,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const sql = sqlOf(context)
    await lock(sql, id, ["published", "started", "finished"])
    await routes.setLink(sql, id, link, now)
  }

  /**
   * Puts the open stops of a route into another order.
   *
   * @param stopIds - every open stop of the route, each once
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async orderStops(
    id: string,
    stopIds: string[],
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
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
  }

  /**
   * Appends a booking to a route.
   *
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async addStop(
    id: string,
    stop: plan.NewStop,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
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
  ): Promise<void> {
    const sql = sqlOf(context)
    const { status } = await lock(sql, id, ["draft", "published"])
    await sql.execute(
      "update delivery_route set driver_id = ?, updated_at = ? where id = ?",
      [driverId, now, id]
    )
    if (status === "published") {
      await routes.setLink(sql, id, link, now)
    }
  }

  /**
   * Calls a route off: its open stops can be planned again, its link stops working.
   *
   * @returns the bookings that are free again
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code
   */
  @InjectManager()
  @InjectTransactionManager()
  async cancelRoute(
    id: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    const sql = sqlOf(context)
    await lock(sql, id, EDITABLE)
    const freed = await stops.removeOpenStops(sql, id, now)
    await routes.setRouteStatus(sql, id, "canceled", now)
    await routes.setLink(sql, id, null, now)
    return freed
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

export type RouteWithStops = {
  route: routes.RouteRow & routes.RouteCounts
  stops: routes.StopRow[]
  cash: cash.CashRow[]
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

const routeNotFound = (id: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Delivery route ${id} does not exist.`
  )
