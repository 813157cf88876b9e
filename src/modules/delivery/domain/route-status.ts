/** A draft is the shop's own; from `published` on its driver has a link. */
export const ROUTE_STATUSES = [
  "draft",
  "published",
  "started",
  "finished",
  "canceled",
] as const
export type RouteStatus = (typeof ROUTE_STATUSES)[number]

/** Where a route is still driven or about to be. */
export const DRIVABLE: readonly RouteStatus[] = [
  "published",
  "started",
  "finished",
]

/** Where its stops may still be changed by the shop. */
export const EDITABLE: readonly RouteStatus[] = [
  "draft",
  "published",
  "started",
]

/** Where a stop stands. `removed` ones are history: the route goes on without them. */
export const STOP_STATUSES = [
  "pending",
  "arrived",
  "delivered",
  "failed",
  "removed",
] as const
export type StopStatus = (typeof STOP_STATUSES)[number]

/** Still to be driven to. */
export const OPEN_STOPS: readonly StopStatus[] = ["pending", "arrived"]

/**
 * Keeps its booking from being planned again. A failed stop does not: the order
 * may be tried with another route.
 */
export const LIVING_STOPS: readonly StopStatus[] = [
  "pending",
  "arrived",
  "delivered",
]

const MOVES: Record<StopStatus, readonly StopStatus[]> = {
  pending: ["arrived", "delivered", "failed", "removed"],
  arrived: ["pending", "delivered", "failed", "removed"],
  // Taken back by its driver, who found the customer after all.
  failed: ["pending", "removed"],
  delivered: [],
  removed: [],
}

/** The statuses from which a stop can come to `to`. */
export function stopMovesTo(to: StopStatus): StopStatus[] {
  return STOP_STATUSES.filter((from) => MOVES[from].includes(to))
}

/** Why a delivery was not possible. */
export const FAILURE_REASONS = [
  "nobody_home",
  "refused",
  "wrong_address",
  "damaged",
  "other",
] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]

/** Where the coordinates of a stop come from; `district` is an estimate. */
export const POSITION_SOURCES = ["address", "district", "none"] as const
export type PositionSource = (typeof POSITION_SOURCES)[number]
