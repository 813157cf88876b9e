import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import type { GeoPoint } from "../domain/distance"
import { LocalDate } from "../domain/local-time"
import * as cash from "../queries/cash"
import * as plan from "../queries/plan"
import * as routes from "../queries/routes"
import { sqlOf } from "./data"
import { RebookingService } from "./rebooking"

export type RouteWithStops = {
  route: routes.RouteRow & routes.RouteCounts
  stops: routes.StopRow[]
  cash: cash.CashRow[]
}

/** Routes as the shop plans and reads them. */
export class PlanningService extends RebookingService {
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
}

export const routeNotFound = (id: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Delivery route ${id} does not exist.`
  )
