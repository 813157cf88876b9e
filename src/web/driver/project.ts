import type {
  DriverActionRequest,
  DriverState,
  DriverStop,
} from "../../sdk/types"

/** A stop as the page shows it: `unsent` while the shop does not know of it yet. */
export type ShownStop = DriverStop & { unsent: boolean }
export type ShownState = Omit<DriverState, "stops"> & { stops: ShownStop[] }

/**
 * What the page shows: what the shop has confirmed, and on top of it what the
 * driver has entered that is not sent yet. An entry that the shop knows of
 * already changes nothing.
 */
export function project(
  state: DriverState,
  unsent: readonly DriverActionRequest[]
): ShownState {
  const start: ShownState = {
    ...state,
    stops: state.stops.map((stop) => ({ ...stop, unsent: false })),
  }
  const shown = unsent.reduce(apply, start)
  const open = shown.stops.some(isOpen)
  return unsent.length && shown.status === "started" && !open
    ? { ...shown, status: "finished" }
    : shown
}

export const isOpen = ({ status }: Pick<DriverStop, "status">): boolean =>
  status === "pending" || status === "arrived"

function apply(state: ShownState, action: DriverActionRequest): ShownState {
  if (action.kind === "start") {
    return state.status === "published"
      ? { ...state, status: "started" }
      : state
  }
  return {
    ...state,
    status: action.kind === "reopen" ? "started" : state.status,
    stops: state.stops.map((stop) =>
      stop.id === action.stop_id ? applyToStop(stop, action) : stop
    ),
  }
}

function applyToStop(
  stop: ShownStop,
  action: Exclude<DriverActionRequest, { kind: "start" }>
): ShownStop {
  switch (action.kind) {
    case "arrived":
      return stop.status === "pending"
        ? { ...stop, status: "arrived", unsent: true }
        : stop
    case "delivered":
      return isOpen(stop)
        ? { ...stop, status: "delivered", unsent: true }
        : stop
    case "failed":
      return isOpen(stop)
        ? {
            ...stop,
            status: "failed",
            failure_reason: action.reason,
            unsent: true,
          }
        : stop
    case "reopen":
      return stop.status === "failed" || stop.status === "arrived"
        ? { ...stop, status: "pending", failure_reason: null, unsent: true }
        : stop
  }
}
