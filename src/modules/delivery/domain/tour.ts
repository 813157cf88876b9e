import { drivingMeters, GeoPoint } from "./distance"
import { measureRoute } from "./measure-route"
import { orderStops, StopToOrder } from "./order-stops"

/** One day's deliveries in the order in which one driver would drive them. */
export type Tour = {
  depot: GeoPoint
  /** In driving order, so by the start of their slots. */
  stops: readonly StopToOrder[]
  /** From the depot through all stops and back, see `domain/measure-route`. */
  metres: number
}

/** The tour of a day, whatever the districts of its stops. Depends on the set of stops only. */
export function dayTour(stops: readonly StopToOrder[], depot: GeoPoint): Tour {
  const byId = new Map(stops.map((stop) => [stop.id, stop]))
  const ordered = orderStops(stops, depot).flatMap((id) => byId.get(id) ?? [])
  const { total } = measureRoute(
    ordered.map(({ point }) => point),
    depot
  )
  return { depot, stops: ordered, metres: total }
}

/**
 * How much longer a tour becomes by one more stop: the cheapest insertion
 * `d(before, stop) + d(stop, after) - d(before, after)` among the positions
 * that keep the slots in their order; before the first and after the last stop
 * lies the depot. On an empty day that is the way there and back.
 *
 * @returns metres, never below zero
 */
export function detourMetres(
  tour: Pick<Tour, "depot" | "stops">,
  stop: Pick<StopToOrder, "point" | "starts_at">
): number {
  const { stops } = tour
  const first = stops.findIndex(({ starts_at }) => starts_at >= stop.starts_at)
  let cheapest = Infinity
  for (
    let at = first === -1 ? stops.length : first;
    at <= stops.length &&
    (at === 0 || stops[at - 1].starts_at <= stop.starts_at);
    at++
  ) {
    cheapest = Math.min(cheapest, added(tour, stop.point, at - 1, at))
  }
  // Whole metres: three rounded legs may be one short of a triangle.
  return Math.max(0, cheapest)
}

/** What leaving out the stop at an index saves, its neighbours joined. */
export function legsThrough(tour: Tour, index: number): number {
  return added(tour, tour.stops[index].point, index - 1, index + 1)
}

function added(
  { depot, stops }: Pick<Tour, "depot" | "stops">,
  point: GeoPoint,
  before: number,
  after: number
): number {
  const from = stops[before]?.point ?? depot
  const to = stops[after]?.point ?? depot
  return (
    drivingMeters(from, point) +
    drivingMeters(point, to) -
    drivingMeters(from, to)
  )
}
