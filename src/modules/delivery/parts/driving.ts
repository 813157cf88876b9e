import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"

import { CashCollected, countCash } from "../domain/cash"
import { DriverAction, fingerprintOf } from "../domain/driver-action"
import {
  CASH_REQUIRED,
  CASH_SHORT,
  KEY_REUSED,
  ROUTE_CLOSED,
  ROUTE_NOT_STARTED,
} from "../domain/refusals"
import { DRIVABLE } from "../domain/route-status"
import * as cashLedger from "../queries/cash"
import { insertAction } from "../queries/driver-actions"
import * as routes from "../queries/routes"
import * as stops from "../queries/stops"
import { sqlOf } from "./data"
import { RoutesService } from "./routes"
import { applyToStop, refuse, stopClosed } from "./stop-moves"

/** What is to be collected at a door; null when nothing is. */
export type CashDue = { amount: number; currency_code: string }

export type DrivenAction = {
  route_id: string
  /** Made by the phone: the same key is the same tap. */
  key: string
  action: DriverAction
  /** For `delivered`. */
  due: CashDue | null
  order_id: string | null
  now: Date
}

export type DrivenResult = {
  /** The key was known: nothing was done again. */
  replayed: boolean
  driver_id: string
  stop: stops.StopKey | null
}

/** Routes as their drivers drive them. */
export class DrivingService extends RoutesService {
  /** The route behind a driver's link; null when it is unknown or its time is over. */
  @InjectManager()
  async retrieveRouteOfLink(
    tokenHash: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<routes.RouteRow | null> {
    return (await routes.routeOfLink(sqlOf(context), tokenHash, now)) ?? null
  }

  /** A stop of a route with its order; null when there is none. */
  @InjectManager()
  async retrieveStopOfRoute(
    routeId: string,
    stopId: string,
    @MedusaContext() context: Context = {}
  ): Promise<{ booking_id: string; order_id: string } | null> {
    const [row] = await sqlOf(context).execute<
      { booking_id: string; order_id: string }[]
    >(
      `select st.booking_id, b.order_id
         from delivery_stop st join delivery_booking b on b.id = st.booking_id
        where st.id = ? and st.route_id = ? and st.deleted_at is null`,
      [stopId, routeId]
    )
    return row ?? null
  }

  /**
   * Writes down what a driver did: the action under its key, the stop, for a
   * delivery also the booking and the cash, all in one transaction. The same
   * key again changes nothing.
   *
   * The route is locked first, then the booking, then the stop, so that a
   * cancellation, which knows no route, cannot lock up with it.
   *
   * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
   */
  @InjectManager()
  @InjectTransactionManager()
  async recordDriverAction(
    { route_id, key, action, due, order_id, now }: DrivenAction,
    @MedusaContext() context: Context = {}
  ): Promise<DrivenResult> {
    const sql = sqlOf(context)
    const route = await routes.lockRoute(sql, route_id)
    if (!route || !DRIVABLE.includes(route.status)) {
      throw refuse(ROUTE_CLOSED, `Route ${route_id} is not driven any more.`)
    }
    const stop_id = action.kind === "start" ? null : action.stop_id
    const fingerprint = fingerprintOf(action)
    const before = await insertAction(
      sql,
      { route_id, key, kind: action.kind, stop_id, fingerprint },
      now
    )
    if (before && before.fingerprint !== fingerprint) {
      throw refuse(
        KEY_REUSED,
        `Key ${key} was used for another action: each tap needs its own.`
      )
    }
    const stop = stop_id
      ? ((await stops.stopOfRoute(sql, route_id, stop_id)) ?? null)
      : null
    const result = {
      replayed: before !== null,
      driver_id: route.driver_id,
      stop,
    }
    if (before) {
      return result
    }
    if (action.kind === "start") {
      if (route.status === "published") {
        await routes.setRouteStatus(sql, route_id, "started", now)
      }
      return result
    }
    if (route.status === "published") {
      throw refuse(
        ROUTE_NOT_STARTED,
        `Route ${route_id} is not started yet: start it first.`
      )
    }
    if (!stop) {
      throw stopClosed(action.stop_id)
    }
    const cash = cashOf(action, due)
    await applyToStop(sql, action, stop, now)
    if (cash && due && order_id) {
      await cashLedger.insertCollected(
        sql,
        {
          ...cash,
          driver_id: route.driver_id,
          route_id,
          stop_id: stop.id,
          booking_id: stop.booking_id,
          order_id,
          currency_code: due.currency_code,
        },
        now
      )
    }
    if (action.kind === "delivered" && !cash?.amount) {
      // Nothing was taken, so Medusa has nothing to capture.
      await stops.settleStop(sql, stop.id, now)
    }
    if (action.kind === "reopen" && route.status === "finished") {
      await routes.setRouteStatus(sql, route_id, "started", now)
    }
    await stops.finishRoutes(sql, [route_id], now)
    return result
  }

  /** Delivered stops whose cash is not captured in Medusa, oldest first. */
  @InjectManager()
  async listUnsettledStops(
    before: Date,
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<stops.UnsettledStop[]> {
    return await stops.unsettledStops(sqlOf(context), before, limit)
  }

  /** What was taken at a stop; null when nothing was. */
  @InjectManager()
  async retrieveCashOfStop(
    stopId: string,
    @MedusaContext() context: Context = {}
  ): Promise<cashLedger.CashRow | null> {
    const [entry] = await cashLedger.cashOfStops(sqlOf(context), [stopId])
    return entry ?? null
  }

  @InjectManager()
  @InjectTransactionManager()
  async settleStop(
    stopId: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await stops.settleStop(sqlOf(context), stopId, now)
  }

  /** Finishes started routes without an open stop. Returns how many. */
  @InjectManager()
  @InjectTransactionManager()
  async finishDoneRoutes(
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    return await stops.finishRoutes(sqlOf(context), null, now)
  }
}

/** Counts what was handed over, or asks for what is missing. */
function cashOf(
  action: DriverAction,
  due: CashDue | null
): CashCollected | null {
  if (action.kind !== "delivered" || !due || due.amount <= 0) {
    return null
  }
  if (!action.cash) {
    throw refuse(
      CASH_REQUIRED,
      `${due.amount} ${due.currency_code.toUpperCase()} are due at stop ${action.stop_id}: say how much was handed over.`
    )
  }
  const counted = countCash(due.amount, action.cash.tendered)
  if (counted.difference < 0 && !action.cash.short_confirmed) {
    throw refuse(
      CASH_SHORT,
      `${-counted.difference} ${due.currency_code.toUpperCase()} are missing at stop ${action.stop_id}: confirm it, or take the rest.`
    )
  }
  return counted
}
