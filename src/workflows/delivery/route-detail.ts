import { MedusaContainer } from "@medusajs/framework/types"

import { CurrentOptions, getCurrentOptions } from "../../lib/current-options"
import { exact } from "../../modules/delivery/domain/cash"
import { measureRoute } from "../../modules/delivery/domain/measure-route"
import { DRIVABLE } from "../../modules/delivery/domain/route-status"
import type { CashRow } from "../../modules/delivery/queries/cash"
import type {
  RouteCounts,
  RouteRow,
  StopRow,
} from "../../modules/delivery/queries/routes"
import type {
  AdminRoute,
  AdminRouteDetail,
  AdminStop,
  StopCash,
} from "../../sdk/types"
import { failureReason } from "./booking-route"
import { driverUrl } from "./driver-link"
import { deliveryService } from "./module"
import {
  addressLines,
  cashDue,
  customerName,
  readStopOrders,
  StopOrder,
} from "./stop-orders"

const iso = (date: Date | null): string | null => date?.toISOString() ?? null

/** A route as a list shows it. */
export function toAdminRoute(row: RouteRow & RouteCounts): AdminRoute {
  return {
    id: row.id,
    date: row.date,
    status: row.status,
    driver: {
      id: row.driver_id,
      name: row.driver_name,
      phone: row.driver_phone,
    },
    stops_total: row.stops,
    stops_delivered: row.delivered,
    stops_failed: row.failed,
    published_at: iso(row.published_at),
    started_at: iso(row.started_at),
    finished_at: iso(row.finished_at),
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

/**
 * A route with its stops, their orders read in one query.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function retrieveRouteDetail(
  id: string,
  container: MedusaContainer
): Promise<AdminRouteDetail> {
  const { route, stops, cash } =
    await deliveryService(container).retrieveRouteWithStops(id)
  const orders = await readStopOrders(
    stops.map(({ order_id }) => order_id),
    container
  )
  const { legs, total } = measureStops(route, stops)
  const cashOf = new Map(cash.map((entry) => [entry.stop_id, entry]))
  return {
    ...toAdminRoute(route),
    stops: stops.map((stop, index) =>
      toAdminStop(
        stop,
        orders.get(stop.order_id),
        cashOf.get(stop.id),
        legs[index] ?? null
      )
    ),
    depot: depotOf(route),
    distance_meters: total,
    cash: sumCash(cash),
    ...linkOf(route, getCurrentOptions()),
  }
}

/** Legs and length of a route as it is driven. */
export function measureStops(
  route: RouteRow,
  stops: readonly Pick<StopRow, "lat" | "lng">[]
) {
  return measureRoute(stops.map(pointOf), depotOf(route))
}

export const pointOf = ({ lat, lng }: Pick<StopRow, "lat" | "lng">) =>
  lat === null || lng === null ? null : { lat, lng }

const depotOf = ({ depot_lat, depot_lng }: RouteRow) =>
  pointOf({ lat: depot_lat, lng: depot_lng })

function linkOf(
  { status, link_token, link_expires_at }: RouteRow,
  options: CurrentOptions
): Pick<AdminRouteDetail, "driver_url" | "link_expires_at"> {
  const works =
    link_token !== null &&
    link_expires_at !== null &&
    link_expires_at > new Date() &&
    DRIVABLE.includes(status)
  return {
    driver_url: works ? driverUrl(link_token, options) : null,
    link_expires_at: works ? link_expires_at.toISOString() : null,
  }
}

function toAdminStop(
  stop: StopRow,
  order: StopOrder | undefined,
  cash: CashRow | undefined,
  leg_meters: number | null
): AdminStop {
  return {
    id: stop.id,
    booking_id: stop.booking_id,
    status: stop.status,
    order: order
      ? {
          id: order.id,
          display_id: order.display_id,
          customer_name: customerName(order),
          total: order.total,
          currency_code: order.currency_code,
        }
      : null,
    address: order ? addressLines(order) : [],
    district: { id: stop.district_id, name: stop.district_name },
    starts_at: stop.starts_at.toISOString(),
    ends_at: stop.ends_at.toISOString(),
    position: stop.position,
    leg_meters,
    cash_due: order && !cash ? cashDue(order) : null,
    cash: cash ? toStopCash(cash) : null,
    arrived_at: iso(stop.arrived_at),
    delivered_at: iso(stop.delivered_at),
    failed_at: iso(stop.failed_at),
    failure_reason: failureReason(stop.failure_reason),
    failure_note: stop.failure_note,
  }
}

export function toStopCash(row: CashRow): StopCash {
  return {
    currency_code: row.currency_code,
    due: row.due,
    tendered: row.tendered,
    change: row.change,
    collected: row.amount,
    difference: row.difference,
  }
}

/** What a driver has in the till by currency, and how much is missing of what was due. */
export function sumCash(rows: readonly CashRow[]): AdminRouteDetail["cash"] {
  const sums = new Map<string, { collected: number; short: number }>()
  for (const { currency_code, amount, difference } of rows) {
    const sum = sums.get(currency_code) ?? { collected: 0, short: 0 }
    sums.set(currency_code, {
      collected: exact(sum.collected + amount),
      short: exact(sum.short - difference),
    })
  }
  return [...sums].map(([currency_code, sum]) => ({ currency_code, ...sum }))
}
