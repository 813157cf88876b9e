import { MedusaContainer } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../lib/current-options"
import { hashToken, isToken } from "../../lib/token"
import { OPEN_STOPS } from "../../modules/delivery/domain/route-status"
import type { CashRow } from "../../modules/delivery/queries/cash"
import type { RouteRow, StopRow } from "../../modules/delivery/queries/routes"
import type { DriverState, DriverStop } from "../../sdk/types"
import { instructionsOf } from "../instructions/instructions"
import { failureReason } from "./booking-route"
import { deliveryService } from "./module"
import { measureStops, pointOf, sumCash, toStopCash } from "./route-detail"
import {
  addressLines,
  cashDue,
  customerName,
  readStopOrders,
  StopOrder,
} from "./stop-orders"

/** The route behind a driver's link; null when it is unknown, taken back or expired. */
export async function findDrivenRoute(
  token: string,
  container: MedusaContainer
): Promise<RouteRow | null> {
  return isToken(token)
    ? await deliveryService(container).retrieveRouteOfLink(
        hashToken(token),
        new Date()
      )
    : null
}

/**
 * What a driver's page shows of a route. Addresses, phones and wishes of
 * customers are in it for open stops only.
 */
export async function readDriverState(
  routeId: string,
  container: MedusaContainer
): Promise<DriverState> {
  const { route, stops, cash } =
    await deliveryService(container).retrieveRouteWithStops(routeId)
  const orders = await readStopOrders(
    stops.map(({ order_id }) => order_id),
    container
  )
  const cashOf = new Map(cash.map((entry) => [entry.stop_id, entry]))
  return {
    date: route.date,
    time_zone: getCurrentOptions().timeZone,
    status: route.status,
    driver_name: route.driver_name,
    distance_meters: measureStops(route, stops).total,
    stops: stops.map((stop) =>
      toDriverStop(stop, orders.get(stop.order_id), cashOf.get(stop.id))
    ),
    cash: sumCash(cash),
    updated_at: new Date().toISOString(),
  }
}

function toDriverStop(
  stop: StopRow,
  order: StopOrder | undefined,
  cash: CashRow | undefined
): DriverStop {
  const done = stop.delivered_at ?? stop.failed_at
  return {
    id: stop.id,
    status: stop.status,
    order_number: order?.display_id ?? null,
    customer_name: order ? customerName(order) : null,
    starts_at: stop.starts_at.toISOString(),
    ends_at: stop.ends_at.toISOString(),
    visit:
      order && OPEN_STOPS.includes(stop.status) ? toVisit(stop, order) : null,
    cash: cash ? toStopCash(cash) : null,
    done_at: done?.toISOString() ?? null,
    failure_reason: failureReason(stop.failure_reason),
  }
}

function toVisit(stop: StopRow, order: StopOrder): DriverStop["visit"] {
  return {
    address: addressLines(order),
    phone: order.shipping_address?.phone?.trim() || null,
    point: pointOf(stop),
    position: stop.position,
    items: (order.items ?? []).map((item) => ({
      id: item.id,
      title: titleOf(item),
      quantity: item.detail.quantity,
    })),
    instructions: instructionsOf({
      metadata: order.metadata,
      items: (order.items ?? []).map(({ id, metadata }) => ({ id, metadata })),
    }),
    cash_due: cashDue(order),
  }
}

type Item = NonNullable<StopOrder["items"]>[number]

/** Product and variant; Medusa's `title` is the variant's name or the product's. */
function titleOf({ title, product_title, variant_title }: Item): string {
  const parts = [product_title ?? title, variant_title].filter(Boolean)
  return [...new Set(parts)].join(", ")
}
